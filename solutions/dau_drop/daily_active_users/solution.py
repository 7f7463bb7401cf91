import pandas as pd


def daily_active_users(events):
    day = events["event_time"].dt.normalize()
    active = events[~events["event_name"].isin(["push_received", "background_sync"])]
    dau = active.groupby(day)["user_id"].nunique()

    # Every date between the ends, and an event of any kind is an end.
    days = pd.date_range(day.min(), day.max()) if len(day) else day
    return pd.DataFrame({"day": days, "dau": dau.reindex(days, fill_value=0).to_numpy()})
