# slip: the 2-users check runs before users without impressions are dropped (clicks 1 2 1 0, impressions 4 5 6 0, treated 0 0 1 1)
import numpy as np
import pandas as pd
from scipy.stats import norm


def ctr_effect(clicks, impressions, treated):
    if not len(clicks) == len(impressions) == len(treated):
        raise ValueError("lengths differ")
    users = pd.DataFrame({"c": np.asarray(clicks, dtype=float),
                          "m": np.asarray(impressions, dtype=float),
                          "t": np.asarray(treated, dtype=bool)})
    if (users[["c", "m"]] < 0).any().any():
        raise ValueError("negative count")
    if ((users["m"] == 0) & (users["c"] > 0)).any():
        raise ValueError("clicks without impressions")
    if users["t"].sum() < 2 or (~users["t"]).sum() < 2:
        raise ValueError("an arm has fewer than 2 users")
    users = users[users["m"] > 0]
    with np.errstate(all="ignore"):
        part = {}
        for flag in (False, True):
            arm = users[users["t"] == flag]
            n, total = np.float64(len(arm)), arm["m"].sum()
            rate = np.float64(arm["c"].sum()) / total
            resid = arm["c"] - rate * arm["m"]
            spread = np.float64((resid ** 2).sum()) / ((n - 1) * n * (total / n) ** 2)
            part[flag] = (rate, spread, rate * (1 - rate) / total)
        se = np.sqrt(part[True][1] + part[False][1])
        if se <= 1e-12:
            raise ValueError("no variation")
        diff = part[True][0] - part[False][0]
        return {"ctr_control": float(part[False][0]), "ctr_treatment": float(part[True][0]),
                "diff": float(diff), "se_user": float(se),
                "se_naive": float(np.sqrt(part[True][2] + part[False][2])),
                "p_value": float(2 * norm.sf(abs(diff / se)))}
