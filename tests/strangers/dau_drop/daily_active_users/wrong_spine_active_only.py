# slip: the calendar runs from the first to the last ACTIVE event, not event of any kind; differs: day 1 a view by u1, day 2 only a push_received (day 2 with dau 0 is lost)
import pandas as pd

def daily_active_users(events):
    ev = events[~events["event_name"].isin(["push_received", "background_sync"])].copy()
    if ev.empty:
        return pd.DataFrame({"day": pd.Series([], dtype="datetime64[ns]"), "dau": pd.Series([], dtype="int64")})
    ev["day"] = ev["event_time"].dt.normalize()
    dau = ev.groupby("day")["user_id"].nunique()
    dau = dau.reindex(pd.date_range(ev["day"].min(), ev["day"].max(), freq="D"), fill_value=0)
    return dau.rename_axis("day").reset_index(name="dau")
