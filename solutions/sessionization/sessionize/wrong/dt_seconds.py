# .dt.seconds is only the seconds part of a gap and forgets its days: after a silence of one day
# and 10 minutes it says 600; // 60 then cuts 30 min 30 s to 30. Compare the gap itself with
# pd.Timedelta(minutes=30).
# rule: boundary
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap.dt.seconds // 60 > 30)
    df["session_number"] = is_new.groupby(df["user_id"]).cumsum()
    return df[["user_id", "session_number", "ts", "page_url"]]
