# style: pandas; the linearised value of each user, then the standard error of a mean
import pandas as pd
from scipy.stats import norm


def ctr_effect(clicks, impressions, treated):
    if len(clicks) != len(impressions) or len(clicks) != len(treated):
        raise ValueError("the arrays do not fit together")
    users = pd.DataFrame({"c": clicks, "m": impressions, "t": treated})
    if (users[["c", "m"]] < 0).to_numpy().any():
        raise ValueError("negative counts")
    if users.query("m == 0")["c"].any():
        raise ValueError("clicks from nowhere")
    users = users[users["m"] > 0]
    arms = users.groupby("t")[["c", "m"]].agg(["sum", "mean", "size"])
    if len(arms) < 2 or arms["c", "size"].min() < 2:
        raise ValueError("two users per arm, please")
    ctr = arms["c", "sum"] / arms["m", "sum"]
    linear = (users["c"] - users["t"].map(ctr) * users["m"]) / users["t"].map(arms["m", "mean"])
    se_user = linear.groupby(users["t"]).sem().pow(2).sum() ** 0.5
    if se_user <= 1e-12:
        raise ValueError("the standard error is 0")
    diff = ctr[True] - ctr[False]
    return {
        "ctr_control": ctr[False],
        "ctr_treatment": ctr[True],
        "diff": diff,
        "se_user": se_user,
        "se_naive": (ctr * (1 - ctr) / arms["m", "sum"]).sum() ** 0.5,
        "p_value": 2 * norm.cdf(-abs(diff / se_user)),
    }
