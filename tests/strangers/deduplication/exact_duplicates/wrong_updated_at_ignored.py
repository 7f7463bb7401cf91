# Slip: updated_at is left out of the comparison, so rows that differ only in updated_at are reported as duplicates.
import pandas as pd


def exact_duplicates(customer_records):
    keys = ["email", "full_name", "phone", "city"]
    r = customer_records.sort_values("record_id")
    g = r.groupby(keys, dropna=False, sort=False)["record_id"]
    r = r.assign(copies=g.transform("size"), first_record_id=g.transform("min"))
    r = r[(r["copies"] >= 2) & (r["record_id"] == r["first_record_id"])]
    return r[keys + ["updated_at", "copies", "first_record_id"]].reset_index(drop=True)
