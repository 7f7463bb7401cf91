# plain loops; datetime.date objects and an unnamed shuffled-looking index, upper case names
import datetime as dt

import pandas as pd


def members_by_month(prime_memberships, params):
    as_of = params["as_of"].iloc[0].date()
    rows = []
    for r in prime_memberships.itertuples(index=False):
        if pd.isna(r.customer_id) or pd.isna(r.start_date):
            continue
        start = r.start_date.date()
        end = None if pd.isna(r.end_date) else r.end_date.date()
        if end is not None and end <= start:
            continue
        rows.append((int(r.customer_id), start, end))
    out = []
    if rows:
        first = min(s for _, s, _ in rows).replace(day=1)
        while True:
            nxt = (first + dt.timedelta(days=31)).replace(day=1)
            if nxt - dt.timedelta(days=1) > as_of:
                break
            who = {c for c, s, e in rows if s < nxt and (e is None or e > first)}
            out.append((len(who), first))
            first = nxt
    frame = pd.DataFrame(out, columns=["MEMBERS", "MONTH"])
    frame.index = range(len(frame), 0, -1)
    return frame
