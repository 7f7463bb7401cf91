# Style: no vectors at all. A loop over sorted tuples that remembers one click; times become datetime objects.
from datetime import timedelta

import pandas as pd


def sessionize(clickstream):
    known = clickstream[clickstream["user_id"].notna() & clickstream["ts"].notna()]
    rows = sorted(
        (int(user), ts.to_pydatetime(), page)
        for user, ts, page in zip(known["user_id"], known["ts"], known["page_url"])
    )

    result, last_user, last_ts, number = [], None, None, 0
    for user, ts, page in rows:
        if user != last_user:
            number = 1
        elif ts - last_ts > timedelta(minutes=30):
            number += 1
        result.append({"user_id": user, "session_number": number, "ts": ts, "page_url": page})
        last_user, last_ts = user, ts
    return pd.DataFrame(result, columns=["user_id", "session_number", "ts", "page_url"])
