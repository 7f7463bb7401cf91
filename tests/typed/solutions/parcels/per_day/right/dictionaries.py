# a loop over the rows
import pandas as pd


def per_day(log, since):
    days = {}
    for row in log.itertuples():
        if row.day >= since:
            days.setdefault(row.day, []).append(row.hours)
    rows = [(day, len(h), pd.Series(h, dtype=float).mean()) for day, h in days.items()]
    return pd.DataFrame(rows, columns=["day", "parcels", "mean_hours"])
