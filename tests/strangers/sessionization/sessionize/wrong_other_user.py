# previous row of another user
import pandas as pd


def sessionize(clickstream):
    c = (
        clickstream.dropna(subset=["user_id", "ts"])
        .sort_values(["user_id", "ts", "page_url"])
        .reset_index(drop=True)
    )
    new = ~(c.ts.diff() <= pd.Timedelta(minutes=30))
    c["session_number"] = new.astype(int).groupby(c.user_id).cumsum()
    return c
