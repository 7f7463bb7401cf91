# A pandas frame with one row per variant; SciPy's power divergence with Pearson's lambda.
import pandas as pd
from scipy.stats import power_divergence


def srm_check(counts, shares, threshold):
    if len(counts) != len(shares) or len(counts) <= 1:
        raise ValueError("one count and one share per variant")
    frame = pd.DataFrame({"seen": counts, "share": shares})
    if not 0 < threshold < 1 or frame["share"].le(0).any() or frame["seen"].lt(0).any():
        raise ValueError("threshold, share or count out of range")
    if frame["seen"].sum() == 0:
        raise ValueError("nobody was assigned")
    frame["due"] = frame["share"] / frame["share"].sum() * frame["seen"].sum()
    statistic, p = power_divergence(frame["seen"], frame["due"], lambda_="pearson")
    return {"chi2": statistic, "p_value": p, "srm": p < threshold}
