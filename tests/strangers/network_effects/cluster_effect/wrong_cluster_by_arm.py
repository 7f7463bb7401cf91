# slip: a cluster holding both arms is split into two, one per arm (clusters 1 and 2, both with treated and untreated rows)
import numpy as np
import pandas as pd
from scipy.stats import t as student


def cluster_effect(y, treated, cluster):
    if not len(y) == len(treated) == len(cluster):
        raise ValueError("lengths differ")
    frame = pd.DataFrame({"y": np.asarray(y, dtype=float), "d": np.asarray(treated, dtype=bool),
                          "c": np.asarray(cluster)})
    per_arm = frame.groupby("d")["c"].nunique()
    if len(per_arm) < 2 or per_arm.min() < 2:
        raise ValueError("an arm appears in fewer than 2 clusters")
    if frame["y"].min() == frame["y"].max():
        raise ValueError("y is constant")
    n = len(frame)
    mean = frame.groupby("d")["y"].transform("mean")
    size = frame.groupby("d")["y"].transform("size")
    frame["resid"] = frame["y"] - mean
    frame["score"] = np.where(frame["d"], 1.0, -1.0) * frame["resid"] / size
    means = frame.groupby("d")["y"].mean()
    effect = means[True] - means[False]
    sums = frame.groupby(["c", "d"])["score"].sum()
    g = len(sums)
    se = np.sqrt((sums ** 2).sum() * g / (g - 1) * (n - 1) / (n - 2))
    n1 = int(frame["d"].sum())
    se_iid = np.sqrt((frame["resid"] ** 2).sum() / (n - 2) * (1 / n1 + 1 / (n - n1)))
    return dict(effect=float(effect), se_iid=float(se_iid), se_cluster=float(se),
                p_value=float(2 * student.sf(abs(effect) / se, g - 1)), n_clusters=int(g))
