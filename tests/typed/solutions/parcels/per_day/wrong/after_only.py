# The day itself counts too.
def per_day(log, since):
    days = log[log["day"] > since].groupby("day", as_index=False)
    return days.agg(parcels=("day", "size"), mean_hours=("hours", "mean"))
