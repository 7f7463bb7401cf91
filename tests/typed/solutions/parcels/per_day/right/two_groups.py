# size and mean apart, then put together
import pandas as pd


def per_day(log, since):
    groups = log.loc[~(log["day"] < since)].groupby("day")["hours"]
    parts = [groups.size().rename("parcels"), groups.mean().rename("mean_hours")]
    return pd.concat(parts, axis=1).reset_index()
