# plain loop over tuples; numpy ints, datetime objects, object dtype
import datetime as dt

import numpy as np
import pandas as pd


def sessionize(clickstream):
    rows = [
        (int(u), t.to_pydatetime(), p)
        for u, t, p in zip(clickstream.user_id, clickstream.ts, clickstream.page_url)
        if not pd.isna(u) and not pd.isna(t)
    ]
    out, user, last, n = [], None, None, 0
    for u, t, p in sorted(rows):
        if u != user:
            n = 1
        elif t - last > dt.timedelta(seconds=1800):
            n += 1
        user, last = u, t
        out.append({"page_url": p, "ts": t, "session_number": np.int16(n), "user_id": np.int64(u)})
    return pd.DataFrame(out, columns=["page_url", "ts", "session_number", "user_id"], dtype=object)
