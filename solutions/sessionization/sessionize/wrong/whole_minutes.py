# The gap is cut to whole minutes before it is compared, so 30 min 30 s becomes 30 and the session
# goes on. Compare the gap itself with pd.Timedelta(minutes=30).
# rule: boundary
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap.dt.total_seconds() // 60 > 30)
    df["session_number"] = is_new.groupby(df["user_id"]).cumsum()
    return df[["user_id", "session_number", "ts", "page_url"]]
