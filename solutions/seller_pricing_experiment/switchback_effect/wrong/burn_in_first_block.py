# You drop the first hours of each region's first block too. Nothing was carried over into it, for there
# was no switch before it: these hours are good data.
# rule: burn_in
from math import sqrt


def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in cannot be negative")
    if df.duplicated(["region", "hour"]).any():
        raise ValueError("a region has two rows for one hour")

    df = df.sort_values(["region", "hour"])
    last = df.shift()
    starts = (df["region"] != last["region"]) | (df["treated"] != last["treated"])
    starts |= df["hour"] - last["hour"] != 1
    df["block"] = starts.cumsum()
    block_start = df.groupby("block")["hour"].transform("min")

    settled = df["hour"] - block_start >= burn_in
    means = df[settled].groupby(["block", "treated"])["revenue"].mean().reset_index()
    treated = means.loc[means["treated"], "revenue"]
    control = means.loc[~means["treated"], "revenue"]
    if min(len(treated), len(control)) < 2:
        raise ValueError("each arm needs at least two blocks")
    return {
        "effect": treated.mean() - control.mean(),
        "se": sqrt(treated.var(ddof=1) / len(treated) + control.var(ddof=1) / len(control)),
        "blocks_treated": len(treated),
        "blocks_control": len(control),
    }
