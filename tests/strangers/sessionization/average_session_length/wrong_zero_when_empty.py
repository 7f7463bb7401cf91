# 0 instead of NULL
import pandas as pd


def average_session_length(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = c.groupby("user_id").ts.diff()
    n = int((~(gap <= pd.Timedelta(minutes=30))).sum())
    total = gap[gap <= pd.Timedelta(minutes=30)].sum() / pd.Timedelta(minutes=1)
    return pd.DataFrame({"sessions": [n], "avg_session_minutes": [total / n if n else 0.0]})
