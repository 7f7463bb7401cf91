# Two slips: groupby drops groups with a missing value in any column, and copies counts only the extra rows beyond the first.
import pandas as pd


def exact_duplicates(customer_records):
    keys = ["email", "full_name", "phone", "city", "updated_at"]
    g = (
        customer_records.groupby(keys)
        .agg(n=("record_id", "size"), first_record_id=("record_id", "min"))
        .reset_index()
    )
    g = g[g["n"] > 1].copy()
    g["copies"] = g["n"] - 1
    return g.drop(columns="n").sort_values("first_record_id")
