# style: a pandas series of users, blank where nobody was active, resampled to days
def daily_active_users(events):
    active = ~events["event_name"].isin(["push_received", "background_sync"])
    users = events["user_id"].where(active).set_axis(events["event_time"])
    return users.resample("D").nunique().rename("dau").rename_axis("day").reset_index()
