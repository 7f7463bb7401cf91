# pandas with a Python key function
import pandas as pd


def key(email):
    if pd.isna(email):
        return None
    e = email.strip(" ").lower()
    head, at, tail = e.partition("@")
    if at:
        e = head.split("+")[0] + at + tail
    return e or None


def latest_per_normalized_email(customer_records):
    c = customer_records.copy()
    c["email_key"] = pd.Series([key(e) for e in c["email"]], index=c.index, dtype=object)
    c = c.sort_values(["updated_at", "record_id"], ascending=False, na_position="last")
    c["copies"] = c.groupby("email_key")["record_id"].transform("size")
    c["copies"] = c["copies"].fillna(1).astype("Int16")
    c = c[c["email_key"].isna() | ~c["email_key"].duplicated()]
    return c.sort_values("record_id")[["copies", "email", "record_id", "email_key"]]
