# fixed 30-minute windows from the first click
import pandas as pd


def sessionize(clickstream):
    c = clickstream.dropna().sort_values(["user_id", "ts", "page_url"])
    out, user, n, start = [], None, 0, None
    for u, t in zip(c.user_id, c.ts):
        if u != user:
            user, n, start = u, 1, t
        elif t - start > pd.Timedelta(minutes=30):
            n, start = n + 1, t
        out.append(n)
    return c.assign(session_number=out)
