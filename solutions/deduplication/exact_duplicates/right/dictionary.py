# Style: a dict of lists, keyed by plain tuples; None for missing, datetime objects for times.
import pandas as pd


def exact_duplicates(customer_records):
    ids_of = {}
    for record_id, *content in customer_records.itertuples(index=False):
        key = tuple(None if pd.isna(value) else value for value in content)
        ids_of.setdefault(key, []).append(record_id)
    rows = [(*key, len(ids), min(ids)) for key, ids in ids_of.items() if len(ids) > 1]
    rows.sort(key=lambda row: row[-1])
    columns = ["email", "full_name", "phone", "city", "updated_at", "copies", "first_record_id"]
    return pd.DataFrame(rows, columns=columns).astype(object)
