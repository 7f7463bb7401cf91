# Slip: avg_session_minutes divides the user's total minutes by his events instead of by his sessions.
import pandas as pd


def user_sessions(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates()
    c = c.sort_values(["user_id", "ts"]).astype({"user_id": "int64"})
    gap = c.groupby("user_id")["ts"].diff()
    c["k"] = (~(gap <= pd.Timedelta(minutes=30))).astype("int64")
    c["k"] = c.groupby("user_id")["k"].cumsum()
    s = c.groupby(["user_id", "k"])["ts"].agg(["min", "max", "size"]).reset_index()
    s["minutes"] = (s["max"] - s["min"]) / pd.Timedelta(minutes=1)
    s["one"] = s["size"].eq(1).astype(float)
    g = s.groupby("user_id")
    out = pd.DataFrame(
        {"sessions": g.size(), "events": g["size"].sum(), "total_minutes": g["minutes"].sum(), "bounce_rate": g["one"].mean()}
    )
    out["avg_session_minutes"] = out["total_minutes"] / out["events"]
    return out.reset_index().sort_values(["sessions", "user_id"], ascending=[False, True])
