# Slip: session minutes are read from the minutes and seconds components of the difference, which forgets whole hours, so sessions of 60 minutes and more are too short.
import pandas as pd


def average_session_length(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    opens = ~(c.groupby("user_id")["ts"].diff() <= pd.Timedelta(minutes=30))
    sid = opens.astype("int64").cumsum()
    g = c.groupby(sid)["ts"]
    parts = (g.max() - g.min()).dt.components
    minutes = parts["minutes"] + parts["seconds"] / 60 + (parts["milliseconds"] + parts["microseconds"] / 1000) / 60000
    return pd.DataFrame(
        {"sessions": [len(minutes)], "avg_session_minutes": [minutes.mean() if len(minutes) else None]}
    )
