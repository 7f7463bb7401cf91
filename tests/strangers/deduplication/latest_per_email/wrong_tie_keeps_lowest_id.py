# Slip: among equal updated_at values the smallest record_id survives instead of the largest.
import pandas as pd


def latest_per_email(customer_records):
    r = customer_records.sort_values(["updated_at", "record_id"], ascending=[False, True], na_position="last")
    known = r[r["email"].notna()].drop_duplicates("email", keep="first")
    unknown = r[r["email"].isna()]
    return pd.concat([known, unknown]).sort_values("record_id").reset_index(drop=True)
