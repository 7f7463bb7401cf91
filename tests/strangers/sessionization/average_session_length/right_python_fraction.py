# exact arithmetic with Decimal, an Arrow table back
from collections import defaultdict
from decimal import Decimal

import pyarrow as pa


def average_session_length(clickstream):
    by_user = defaultdict(set)
    for r in pa.Table.from_pandas(clickstream, preserve_index=False).to_pylist():
        if r["user_id"] is not None and r["ts"] is not None:
            by_user[r["user_id"]].add(r["ts"])
    n, total = 0, 0
    for times in by_user.values():
        last = None
        for t in sorted(times):
            gap = None if last is None else round((t - last).total_seconds() * 1_000_000)
            if gap is None or gap > 1_800_000_000:
                n += 1
            else:
                total += gap
            last = t
    mean = [Decimal(total) / Decimal(60_000_000) / n] if n else [None]
    return pa.table(
        {
            "sessions": pa.array([n], pa.uint64()),
            "avg_session_minutes": pa.array(
                [None if m is None else round(m, 12) for m in mean], pa.decimal128(30, 12)
            ),
        }
    )
