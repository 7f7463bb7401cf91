# Your blocks run on from one region into the next when the hours happen to fit. A block lies in one
# region: compare the region too when you look for the starts.
# rule: blocks
from math import sqrt


def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in cannot be negative")
    if df.duplicated(["region", "hour"]).any():
        raise ValueError("a region has two rows for one hour")

    df = df.sort_values(["region", "hour"])
    last = df.shift()
    starts = df["treated"] != last["treated"]
    starts |= df["hour"] - last["hour"] != 1
    df["block"] = starts.cumsum()
    block_start = df.groupby("block")["hour"].transform("min")
    region_start = df.groupby("region")["hour"].transform("min")

    settled = (df["hour"] - block_start >= burn_in) | (block_start == region_start)
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
