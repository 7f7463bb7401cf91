# slip: orphans count every NULL-user event, passive ones too; differs: an 'open' by u1 on ios plus a push_received with NULL user on ios, same day (1 orphan instead of 0)
import pandas as pd

COLS = ["dimension", "segment", "dau_before", "dau_after", "change", "share_of_change", "orphans_before", "orphans_after"]

def drop_by_segment(events, period):
    ev = events.copy()
    ev["day"] = ev["event_time"].dt.normalize()
    days = {"before": pd.Timestamp(period["before_day"].iloc[0]).normalize(),
            "after": pd.Timestamp(period["after_day"].iloc[0]).normalize()}
    passive = ev["event_name"].isin(["push_received", "background_sync"])
    act = ev[~passive]
    tot = {k: act.loc[act["day"] == d, "user_id"].nunique() for k, d in days.items()}
    total = tot["after"] - tot["before"]
    rows = []
    for dim in ("platform", "country", "app_version"):
        seg_all = ev[dim].astype(object).where(ev[dim].notna(), "unknown")
        seg_act = seg_all[~passive]
        seen = sorted(set(seg_act[act["day"].isin(list(days.values()))]))
        for s in seen:
            n = {k: act.loc[(act["day"] == d) & (seg_act == s), "user_id"].nunique() for k, d in days.items()}
            o = {k: int(ev.loc[(ev["day"] == d) & (seg_all == s), "user_id"].isna().sum()) for k, d in days.items()}
            ch = n["after"] - n["before"]
            rows.append((dim, s, n["before"], n["after"], ch, ch / total if total else None, o["before"], o["after"]))
    return pd.DataFrame(rows, columns=COLS)
