# slip: looks for duplicates of (region, hour, treated), so one hour reported under both arms passes; differs: one region, hours 0..4 arms 0,1,0,1,0 plus a second row for hour 4 with arm 1, burn_in 0 (numbers instead of ValueError)
import pandas as pd

def switchback_effect(df, burn_in):
    if burn_in < 0:
        raise ValueError("burn_in")
    if df.duplicated(["region", "hour", "treated"]).any():
        raise ValueError("duplicate region hour")
    d = df.sort_values(["region", "hour"]).reset_index(drop=True)
    new_region = d["region"] != d["region"].shift()
    brk = new_region | (d["treated"] != d["treated"].shift()) | (d["hour"].diff() != 1)
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
