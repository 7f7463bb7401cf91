# style: pandas, with ranks as positions
import numpy as np
import pandas as pd


def ndcg_at_k(relevance, k):
    grades = pd.Series(relevance, dtype="int64")
    if k < 1 or grades.lt(0).any():
        raise ValueError("bad k or bad grades")
    table = pd.DataFrame({"gain": 2**grades - 1, "shown": range(1, len(grades) + 1)})
    table["ideal"] = table["gain"].rank(method="first", ascending=False)
    dcg = {
        order: (table["gain"] / np.log2(table[order] + 1))[table[order] <= k].sum()
        for order in ("shown", "ideal")
    }
    return float(dcg["shown"] / dcg["ideal"]) if dcg["ideal"] > 0 else 0.0
