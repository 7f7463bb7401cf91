# Style: a loop in the manner of a stream: per user only the start and the last click are
# remembered; None where there is no mean.
import pandas as pd


def average_session_length(clickstream):
    opened, minutes = {}, []
    for click in clickstream.dropna(subset=["user_id", "ts"]).sort_values("ts").itertuples():
        start, last = opened.get(click.user_id, (click.ts, click.ts))
        if click.ts - last > pd.Timedelta("30min"):
            minutes.append((last - start).total_seconds() / 60)
            start = click.ts
        opened[click.user_id] = start, click.ts
    minutes += [(last - start).total_seconds() / 60 for start, last in opened.values()]
    average = sum(minutes) / len(minutes) if minutes else None
    return pd.DataFrame([{"sessions": len(minutes), "avg_session_minutes": average}])
