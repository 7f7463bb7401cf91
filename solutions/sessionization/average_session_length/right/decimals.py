# Style: exact arithmetic: whole microseconds from Python's datetime, a Decimal as the answer.
from datetime import timedelta
from decimal import Decimal

import pandas as pd


def average_session_length(clickstream):
    table = sessionize(clickstream=clickstream)
    spans = {}
    for user, number, ts in zip(table["user_id"], table["session_number"], table["ts"]):
        first, last = spans.get((user, number), (ts, ts))
        spans[user, number] = min(first, ts), max(last, ts)
    us = sum((last - first) // timedelta(microseconds=1) for first, last in spans.values())
    mean = Decimal(us) / 60_000_000 / len(spans) if spans else None
    return pd.DataFrame({"avg_session_minutes": [mean], "sessions": [len(spans)]})
