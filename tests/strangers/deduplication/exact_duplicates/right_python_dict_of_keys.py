import pandas as pd


def exact_duplicates(customer_records):
    cols = ["email", "full_name", "phone", "city", "updated_at"]
    groups = {}
    for rid, *vals in zip(customer_records["record_id"], *(customer_records[c] for c in cols)):
        key = tuple(None if pd.isna(v) else v for v in vals)
        groups.setdefault(key, []).append(int(rid))
    rows = [key + (len(ids), min(ids)) for key, ids in groups.items() if len(ids) >= 2]
    rows.sort(key=lambda r: r[-1])
    return pd.DataFrame(rows, columns=cols + ["copies", "first_record_id"])
