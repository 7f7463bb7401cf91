# dict from tuple to ids; None and datetime objects, object dtype
import pandas as pd


def exact_duplicates(customer_records):
    groups = {}
    for r in customer_records.itertuples(index=False):
        key = tuple(
            None if pd.isna(v) else v for v in (r.email, r.full_name, r.phone, r.city, r.updated_at)
        )
        groups.setdefault(key, []).append(r.record_id)
    rows = [(*key, len(ids), min(ids)) for key, ids in groups.items() if len(ids) > 1]
    rows.sort(key=lambda r: r[-1])
    return pd.DataFrame(
        rows,
        columns=["EMAIL", "FULL_NAME", "PHONE", "CITY", "UPDATED_AT", "COPIES", "FIRST_RECORD_ID"],
        dtype=object,
    )
