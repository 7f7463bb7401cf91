# not sorted first
import pandas as pd


def average_session_length(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).copy()
    c["s"] = (
        (~(c.groupby("user_id").ts.diff() <= pd.Timedelta(minutes=30)))
        .astype(int)
        .groupby(c.user_id)
        .cumsum()
    )
    g = c.groupby(["user_id", "s"]).ts
    m = (g.max() - g.min()).dt.total_seconds() / 60
    return pd.DataFrame({"sessions": [len(m)], "avg_session_minutes": [m.mean()]})
