# Slip: all spaces of the address are removed, not only the leading and trailing ones.
import numpy as np
import pandas as pd


def latest_per_normalized_email(customer_records):
    r = customer_records[["record_id", "email", "updated_at"]].copy()
    k = r["email"].str.replace(" ", "", regex=False).str.lower()
    k = k.str.replace(r"\+[^@]*@", "@", n=1, regex=True)
    r["email_key"] = k.mask(k == "")
    r = r.sort_values(["updated_at", "record_id"], na_position="first")
    has = r["email_key"].notna()
    known = r[has].copy()
    known["copies"] = known.groupby("email_key")["record_id"].transform("size")
    known = known.drop_duplicates("email_key", keep="last")
    rest = r[~has].assign(copies=1)
    out = pd.concat([known, rest]).sort_values("record_id")
    return out[["email_key", "record_id", "email", "copies"]]
