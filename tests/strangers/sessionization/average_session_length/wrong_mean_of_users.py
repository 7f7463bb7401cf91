# mean of user means
import pandas as pd


def average_session_length(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    c["s"] = (
        (~(c.groupby("user_id").ts.diff() <= pd.Timedelta(minutes=30)))
        .astype(int)
        .groupby(c.user_id)
        .cumsum()
    )
    g = c.groupby(["user_id", "s"]).ts.agg(lambda x: (x.max() - x.min()).total_seconds() / 60)
    return pd.DataFrame(
        {
            "sessions": [len(g)],
            "avg_session_minutes": [g.groupby("user_id").mean().mean() if len(g) else None],
        }
    )
