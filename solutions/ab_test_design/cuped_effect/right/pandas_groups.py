# A pandas frame: fillna, cov, and a groupby for means and variances.
import numpy as np
import pandas as pd


def cuped_effect(y, x, treated):
    if len(y) != len(x) or len(x) != len(treated):
        raise ValueError("lengths")
    frame = pd.DataFrame({"y": y, "x": x, "treated": treated})
    sizes = frame["treated"].value_counts().reindex([False, True], fill_value=0)
    if (sizes < 2).any() or not np.isfinite(frame["y"]).all():
        raise ValueError("groups too small, or y not finite")
    if (frame.groupby("treated")["y"].nunique() == 1).all():
        raise ValueError("y is constant")

    varies = frame["x"].nunique() > 1  # missing values are not counted
    frame["x"] = frame["x"].fillna(frame["x"].mean())
    theta = frame["y"].cov(frame["x"]) / frame["x"].var() if varies else 0.0
    frame["adjusted"] = frame["y"] - (theta * (frame["x"] - frame["x"].mean()) if varies else 0)

    by_group = frame.groupby("treated")[["y", "adjusted"]].agg(["mean", "var", "size"])
    result = {"theta": theta}
    for column, ending in (("y", "_raw"), ("adjusted", "")):
        group = by_group[column]
        result[f"effect{ending}"] = group.loc[True, "mean"] - group.loc[False, "mean"]
        result[f"se{ending}"] = (group["var"] / group["size"]).sum() ** 0.5
    result["variance_reduction"] = 1 - result["se"] ** 2 / result["se_raw"] ** 2
    return result
