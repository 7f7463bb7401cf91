# sets per month; an Arrow table with date32, int16 and NULLs
import datetime as dt

import pyarrow as pa


def _index(d):
    return d.year * 12 + d.month - 1


def mom_retention(prime_memberships, params):
    as_of = params["as_of"].to_list()[0].to_pydatetime().date()
    last = _index(as_of + dt.timedelta(days=1)) - 1
    members, first = {}, None
    table = pa.Table.from_pandas(prime_memberships, preserve_index=False).to_pylist()
    for row in table:
        c, s, e = row["customer_id"], row["start_date"], row["end_date"]
        if c is None or s is None or (e is not None and e <= s):
            continue
        stop = last if e is None else min(last, _index(e - dt.timedelta(days=1)))
        first = _index(s) if first is None else min(first, _index(s))
        for m in range(_index(s), stop + 1):
            members.setdefault(m, set()).add(c)
    months = [] if first is None else list(range(first + 1, last + 1))
    prev = [len(members.get(m - 1, ())) for m in months]
    kept = [len(members.get(m, set()) & members.get(m - 1, set())) for m in months]
    return pa.table(
        {
            "month": pa.array([dt.date(m // 12, m % 12 + 1, 1) for m in months], pa.date32()),
            "members_prev": pa.array(prev, pa.int16()),
            "retained": pa.array(kept, pa.int64()),
            "retention": pa.array([k / p if p else None for k, p in zip(kept, prev)], pa.float64()),
        }
    )
