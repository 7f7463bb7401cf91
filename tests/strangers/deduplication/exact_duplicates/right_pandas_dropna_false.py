# groupby with dropna=False
import pandas as pd

KEYS = ["email", "full_name", "phone", "city", "updated_at"]


def exact_duplicates(customer_records):
    g = customer_records.groupby(KEYS, dropna=False, sort=False).agg(
        copies=("record_id", "size"), first_record_id=("record_id", "min")
    )
    g = g[g["copies"] > 1].reset_index().sort_values("first_record_id")
    return g.astype({"copies": "float64", "first_record_id": pd.Int64Dtype()})
