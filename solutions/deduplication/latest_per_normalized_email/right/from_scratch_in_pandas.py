# Style: pandas without regular expressions: apply for the key, transform("size") for the count, a filled key
# that makes each keyless row a group of its own, and Decimal counts.
from decimal import Decimal

import pandas as pd


def simplified(email):
    if pd.isna(email):
        return None
    email = email.strip().lower()
    if "@" in email and "+" in email[: email.index("@")]:
        email = email[: email.index("+")] + email[email.index("@") :]
    return email if email else None


def latest_per_normalized_email(customer_records):
    df = customer_records.copy()
    df["email_key"] = df["email"].astype(object).apply(simplified)
    df["group"] = df["email_key"].astype(object).fillna(df["record_id"])
    df["copies"] = df.groupby("group")["record_id"].transform("size")
    df["updated_at"] = df["updated_at"].fillna(pd.Timestamp("1900-01-01"))
    df = df.sort_values(["updated_at", "record_id"]).groupby("group").tail(1)
    df["copies"] = [Decimal(int(copies)) for copies in df["copies"]]
    return df.sort_values("record_id")[["record_id", "email_key", "email", "copies"]]
