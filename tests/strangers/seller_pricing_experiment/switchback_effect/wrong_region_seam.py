# slip: a block does not end at the region border when the next region goes on with the very next hour and the same arm; differs: region A hours 0-3 arms 0,1,0,1, region B hours 4-7 arms 1,0,1,0, burn_in 0 (A3 and B4 become one block)
import pandas as pd

def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in")
    if df.duplicated(["region", "hour"]).any():
        raise ValueError("duplicate region hour")
    d = df.sort_values(["region", "hour"]).reset_index(drop=True)
    brk = (d["treated"] != d["treated"].shift()) | (d["hour"].diff() != 1)
    d["block"] = brk.cumsum()
    start = d.groupby("block")["hour"].transform("min")
    first = d["block"] == d.groupby("region")["block"].transform("min")
    d = d[first | (d["hour"] - start >= burn_in)]
    m = d.groupby("block").agg(treated=("treated", "first"), revenue=("revenue", "mean"))
    t, c = m.loc[m["treated"] == 1, "revenue"], m.loc[m["treated"] == 0, "revenue"]
    if len(t) < 2 or len(c) < 2:
        raise ValueError("fewer than 2 blocks in an arm")
    se = (t.var(ddof=1) / len(t) + c.var(ddof=1) / len(c)) ** 0.5
    return {"effect": float(t.mean() - c.mean()), "se": float(se),
            "blocks_treated": len(t), "blocks_control": len(c)}
