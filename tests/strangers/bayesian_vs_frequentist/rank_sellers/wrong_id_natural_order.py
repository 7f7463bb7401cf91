# slip: full ties are ordered by the number inside the id, S9 before S10 (S10 and S9, both 10 orders, 5 positive)
import re
import numpy as np
import pandas as pd


def _natural(text):
    return [(0, int(part), "") if part.isdigit() else (1, 0, part)
            for part in re.split(r"([0-9]+)", text) if part]


def rank_sellers(sellers):
    out = sellers[["seller_id", "orders"]].copy().reset_index(drop=True)
    orders = sellers["orders"].to_numpy(dtype=float)
    positive = sellers["positive"].to_numpy(dtype=float)
    mu = positive.sum() / orders.sum() if orders.sum() > 0 else 0.5
    out["raw_rate"] = np.divide(positive, orders, out=np.full(len(orders), np.nan), where=orders > 0)
    out["shrunk_rate"] = (positive + 50 * mu) / (orders + 50)
    order = sorted(range(len(out)), key=lambda i: (
        -round(float(out["shrunk_rate"][i]), 9), -int(orders[i]), _natural(str(out["seller_id"][i]))))
    out = out.iloc[order].reset_index(drop=True)
    out["rank"] = np.arange(1, len(out) + 1)
    return out
