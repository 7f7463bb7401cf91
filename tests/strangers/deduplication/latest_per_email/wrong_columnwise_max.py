# column-wise MAX
import pandas as pd


def latest_per_email(customer_records):
    c = customer_records
    named = (
        c[c.email.notna()]
        .groupby("email", as_index=False)[["record_id", "full_name", "phone", "city", "updated_at"]]
        .max()
    )
    return pd.concat([named, c[c.email.isna()]]).sort_values("record_id")
