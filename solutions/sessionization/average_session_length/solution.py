import pandas as pd


def average_session_length(clickstream):
    times = sessionize(clickstream).groupby(["user_id", "session_number"])["ts"]
    minutes = (
        times.max() - times.min()
    ).dt.total_seconds() / 60  # one value per session, 0 for one click

    # the mean of no values is NaN: just what the contract asks of an empty table
    return pd.DataFrame({"sessions": [len(minutes)], "avg_session_minutes": [minutes.mean()]})
