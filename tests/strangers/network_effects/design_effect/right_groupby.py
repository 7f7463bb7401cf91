# style: pandas groupby, sums of squares from group means
import numpy as np
import pandas as pd


def design_effect(y, cluster):
    if len(y) != len(cluster):
        raise ValueError("lengths differ")
    frame = pd.DataFrame({"y": np.asarray(y, dtype=float), "g": np.asarray(cluster)})
    total = len(frame)
    groups = frame["g"].nunique()
    if groups < 2 or total <= groups:
        raise ValueError("need at least 2 clusters and more rows than clusters")
    size = frame.groupby("g")["y"].size()
    weighted = float((size ** 2).sum()) / total
    if frame["y"].max() == frame["y"].min():
        icc = 0.0
    else:
        own = frame.groupby("g")["y"].transform("mean")
        msb = ((own - frame["y"].mean()) ** 2).sum() / (groups - 1)
        msw = ((frame["y"] - own) ** 2).sum() / (total - groups)
        n0 = (total - weighted) / (groups - 1)
        icc = max(0.0, float((msb - msw) / (msb + (n0 - 1) * msw)))
    deff = 1 + (weighted - 1) * icc
    return {"icc": icc, "design_effect": deff, "effective_n": total / deff}
