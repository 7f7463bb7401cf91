# style: a DataFrame, means by arm with transform, sums by cluster with groupby
import pandas as pd
from scipy import stats


def cluster_effect(y, treated, cluster):
    if not (y.shape == treated.shape == cluster.shape):
        raise ValueError("y, treated and cluster differ in length")
    df = pd.DataFrame({"y": y, "z": treated, "g": cluster})
    per_arm = df.groupby("z")["g"].nunique().reindex([False, True], fill_value=0)
    if (per_arm < 2).any() or df["y"].nunique() < 2:
        raise ValueError("each arm in two clusters, and some variation, please")
    arms = df.groupby("z")["y"].agg(["mean", "size"])
    n, g = len(df), df["g"].nunique()
    df["e"] = df["y"] - df.groupby("z")["y"].transform("mean")
    df["score"] = df["e"] / df.groupby("z")["y"].transform("size")
    df.loc[~df["z"], "score"] *= -1
    effect = arms.loc[True, "mean"] - arms.loc[False, "mean"]
    variance = (df.groupby("g")["score"].sum() ** 2).sum() * g / (g - 1) * (n - 1) / (n - 2)
    return {
        "effect": effect,
        "se_iid": ((df["e"] ** 2).sum() / (n - 2) * (1 / arms["size"]).sum()) ** 0.5,
        "se_cluster": variance**0.5,
        "p_value": 2 * (1 - stats.t(g - 1).cdf(abs(effect) / variance**0.5)),
        "n_clusters": g,
    }
