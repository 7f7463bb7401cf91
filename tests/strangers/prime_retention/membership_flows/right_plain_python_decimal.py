# plain Python over dicts, Decimal counts, pyarrow-backed dates, and None
import datetime as dt
from decimal import Decimal

import pandas as pd


def membership_flows(prime_memberships, params):
    day = dt.timedelta(days=1)
    as_of = params.to_dict("records")[0]["as_of"].to_pydatetime()
    good = []
    for r in prime_memberships.to_dict("records"):
        if pd.isna(r["customer_id"]) or r["start_date"] is pd.NaT:
            continue
        e = None if r["end_date"] is pd.NaT else r["end_date"]
        if e is None or e > r["start_date"]:
            good.append((r["customer_id"], r["start_date"], e))
    out, ever, prev = [], set(), set()
    m = min((s for _, s, _ in good), default=as_of + 40 * day).replace(day=1)
    while True:
        nxt = (m + 31 * day).replace(day=1)
        if nxt > as_of + day:
            break
        now = {c for c, s, e in good if s < nxt and (e is None or e > m)}
        gone = len(prev - now)
        out.append(
            (
                m.date(),
                *(
                    Decimal(n)
                    for n in (
                        len(now),
                        len(now - ever),
                        len(now & prev),
                        len((now & ever) - prev),
                        gone,
                    )
                ),
                gone / len(prev) if prev else None,
            )
        )
        ever |= now
        prev, m = now, nxt
    frame = pd.DataFrame(
        out,
        columns=["Month", "Members", "NEW", "Retained", "Resurrected", "Churned", "Churn_Rate"],
        dtype=object,
    )
    frame["Month"] = frame["Month"].astype("date32[pyarrow]")
    return frame
