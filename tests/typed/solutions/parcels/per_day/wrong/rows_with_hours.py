# A parcel whose hours are unknown is a parcel too.
def per_day(log, since):
    days = log[log["day"] >= since].groupby("day", as_index=False)
    return days.agg(parcels=("hours", "count"), mean_hours=("hours", "mean"))
