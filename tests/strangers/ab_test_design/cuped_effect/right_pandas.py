# style: pandas groupby
import numpy as np
import pandas as pd

def cuped_effect(y, x, treated):
    if not (len(y) == len(x) == len(treated)):
        raise ValueError("lengths")
    df = pd.DataFrame({"y": np.array(y, float), "x": np.array(x, float), "g": np.array(treated, bool)})
    if not np.isfinite(df["y"]).all() or df["g"].sum() < 2 or (~df["g"]).sum() < 2:
        raise ValueError("data")
    if (df.groupby("g")["y"].nunique() == 1).all():
        raise ValueError("constant")
    constant = df["x"].nunique() <= 1
    df["x"] = df["x"].fillna(0 if df["x"].isna().all() else df["x"].mean())
    theta = 0.0 if constant else df["y"].cov(df["x"]) / df["x"].var()
    df["adj"] = df["y"] - theta * (df["x"] - df["x"].mean())
    agg = df.groupby("g")[["y", "adj"]].agg(["mean", "var", "count"])
    out = {"theta": float(theta)}
    for col, tail in (("y", "_raw"), ("adj", "")):
        a = agg[col]
        out["effect" + tail] = float(a.loc[True, "mean"] - a.loc[False, "mean"])
        out["se" + tail] = float(np.sqrt((a["var"] / a["count"]).sum()))
    out["variance_reduction"] = 1 - (out["se"] / out["se_raw"]) ** 2
    return out
