# A session is closed 30 minutes after it began, even while the user keeps clicking. Inactivity is
# counted since the previous click: move the reference time on at every click, not only when a
# session opens.
# rule: inactivity
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    numbers = []
    current_user, start, number = None, None, 0
    for user, ts in zip(df["user_id"], df["ts"]):
        if user != current_user:
            current_user, start, number = user, ts, 1
        elif ts - start > pd.Timedelta(minutes=30):
            start, number = ts, number + 1
        numbers.append(number)
    df["session_number"] = pd.Series(numbers, index=df.index, dtype="int64")
    return df[["user_id", "session_number", "ts", "page_url"]]
