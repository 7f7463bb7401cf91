# Style: a set of tuples, sorted, cut in one loop; a list of dicts at the end.
from datetime import timedelta

import pandas as pd

COLUMNS = ["user_id", "session_number", "session_start", "session_end", "minutes"]
COLUMNS += ["events", "pages", "entry_page", "exit_page"]


def session_table(clickstream):
    known = clickstream.dropna(subset=["user_id", "ts"])
    clicks = sorted(set(zip(known["user_id"], known["ts"], known["page_url"])))

    sessions = []  # lists of clicks
    last_user, last_ts = None, None
    for user, ts, page in clicks:
        if user != last_user or ts - last_ts > timedelta(minutes=30):
            sessions.append([])
        sessions[-1].append((user, ts, page))
        last_user, last_ts = user, ts

    rows, numbers = [], {}
    for session in sessions:
        (user, start, entry_page), (_, end, exit_page) = session[0], session[-1]
        numbers[user] = numbers.get(user, 0) + 1
        minutes = (end - start) / timedelta(minutes=1)
        pages = len({page for _, _, page in session})
        rows.append((user, numbers[user], start, end, minutes, len(session), pages, entry_page, exit_page))
    return pd.DataFrame(rows, columns=COLUMNS)
