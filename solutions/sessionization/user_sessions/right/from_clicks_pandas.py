# Style: pandas straight from the clicks, one groupby of gaps; user_id stays in the index until the end.
import pandas as pd


def user_sessions(clickstream):
    events = clickstream.dropna(subset=["user_id", "ts"])
    events = events.drop_duplicates(["user_id", "ts", "page_url"]).sort_values(["user_id", "ts"])
    gap = events.groupby("user_id")["ts"].diff().dt.total_seconds().div(60)
    short = gap <= 30
    next_is_short = short.groupby(events["user_id"]).shift(-1, fill_value=False)
    facts = pd.DataFrame({
        "user_id": events["user_id"],
        "sessions": ~short,
        "events": 1,
        "total_minutes": gap.where(short, 0.0),
        "bounces": ~short & ~next_is_short,
    })
    users = facts.groupby("user_id").sum()
    users["avg_session_minutes"] = users["total_minutes"] / users["sessions"]
    users["bounce_rate"] = users.pop("bounces") / users["sessions"]
    return users.reset_index().sort_values(by="sessions", ascending=False, kind="stable")
