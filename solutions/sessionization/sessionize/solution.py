import pandas as pd


def sessionize(clickstream):
    clicks = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])

    gap = clicks.groupby("user_id")["ts"].diff()  # NaT at each user's first click
    opens = gap.isna() | (gap > pd.Timedelta(minutes=30))

    clicks = clicks.assign(session_number=opens.groupby(clicks["user_id"]).cumsum())
    return clicks[["user_id", "session_number", "ts", "page_url"]]
