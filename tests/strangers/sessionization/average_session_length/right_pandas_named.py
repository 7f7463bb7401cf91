# pandas, groupby agg, Float64 and UInt8 results
import pandas as pd


def average_session_length(clickstream):
    c = clickstream[["user_id", "ts"]].dropna().sort_values(["user_id", "ts"])
    new = ~(c.groupby("user_id")["ts"].diff() <= pd.Timedelta(minutes=30))
    span = c.groupby(new.cumsum())["ts"].agg(["min", "max"])
    minutes = (span["max"] - span["min"]) / pd.Timedelta(minutes=1)
    out = pd.DataFrame(
        {"avg_session_minutes": [minutes.mean()], "sessions": [len(span)]}, index=["x"]
    )
    out["avg_session_minutes"] = out["avg_session_minutes"].astype("Float64")
    return out.astype({"sessions": "UInt16"})
