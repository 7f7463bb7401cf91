# style: pandas masks per dimension and value, one dict per row
import pandas as pd

COLS = ["dimension", "segment", "dau_before", "dau_after", "change", "share_of_change", "orphans_before", "orphans_after"]

def drop_by_segment(events, period):
    b = pd.Timestamp(period["before_day"].iloc[0]).normalize()
    a = pd.Timestamp(period["after_day"].iloc[0]).normalize()
    act = events[~events["event_name"].isin(["push_received", "background_sync"])]
    day = act["event_time"].dt.normalize()
    before, after = act[day == b], act[day == a]
    total = after["user_id"].nunique() - before["user_id"].nunique()
    rows = []
    for dim in ("platform", "country", "app_version"):
        vb = before[dim].astype(object).where(before[dim].notna(), "unknown")
        va = after[dim].astype(object).where(after[dim].notna(), "unknown")
        for seg in sorted(set(vb) | set(va)):
            xb, xa = before.loc[vb == seg, "user_id"], after.loc[va == seg, "user_id"]
            nb, na = xb.nunique(), xa.nunique()
            rows.append({
                "dimension": dim, "segment": seg, "dau_before": nb, "dau_after": na, "change": na - nb,
                "share_of_change": (na - nb) / total if total != 0 else None,
                "orphans_before": int(xb.isna().sum()), "orphans_after": int(xa.isna().sum()),
            })
    return pd.DataFrame(rows, columns=COLS)
