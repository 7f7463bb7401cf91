# Two slips: the fields come from the newest row as a whole (its missing fields erase older values), and plus tags are kept in the key.
import pandas as pd


def golden_records(customer_records):
    r = customer_records.assign(email_key=customer_records["email"].str.strip(" ").str.lower())
    r = r[r["email_key"].notna() & (r["email_key"] != "")]
    r = r.sort_values(["updated_at", "record_id"], ascending=[False, False], na_position="last")
    stats = r.groupby("email_key").agg(last_updated=("updated_at", "max"), copies=("record_id", "size"))
    top = r.drop_duplicates("email_key")[["email_key", "full_name", "phone", "city"]]
    out = top.merge(stats.reset_index(), on="email_key")
    return out.sort_values("email_key").reset_index(drop=True)
