import pandas as pd


def user_sessions(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates(["user_id", "ts", "page_url"])
    c = c.astype({"user_id": "int64"}).sort_values(["user_id", "ts"], ignore_index=True)
    prev_user, prev_ts = c["user_id"].shift(), c["ts"].shift()
    opens = (c["user_id"] != prev_user) | (c["ts"] - prev_ts > pd.Timedelta(minutes=30))
    c["sid"] = opens.cumsum()
    s = c.groupby("sid").agg(
        user_id=("user_id", "first"), start=("ts", "min"), end=("ts", "max"), events=("ts", "size")
    )
    s["minutes"] = (s["end"] - s["start"]) / pd.Timedelta(minutes=1)
    s["bounce"] = (s["events"] == 1).astype("float64")
    out = s.groupby("user_id", as_index=False).agg(
        sessions=("minutes", "size"),
        events=("events", "sum"),
        total_minutes=("minutes", "sum"),
        avg_session_minutes=("minutes", "mean"),
        bounce_rate=("bounce", "mean"),
    )
    return out.sort_values(["sessions", "user_id"], ascending=[False, True]).reset_index(drop=True)
