# Two slips: the plus tag is cut at the last '+' instead of the first, and the oldest row per key survives instead of the newest.
import pandas as pd


def latest_per_normalized_email(customer_records):
    r = customer_records[["record_id", "email", "updated_at"]].copy()
    key = r["email"].str.strip(" ").str.lower().str.replace(r"\+[^+@]*@", "@", regex=True)
    r["email_key"] = key.where(key.ne(""))
    r = r.sort_values(["updated_at", "record_id"], na_position="first")
    r["copies"] = 1
    named = r[r["email_key"].notna()].copy()
    named["copies"] = named.groupby("email_key")["record_id"].transform("count")
    named = named.drop_duplicates("email_key", keep="first")
    out = pd.concat([named, r[r["email_key"].isna()]])
    return out.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
