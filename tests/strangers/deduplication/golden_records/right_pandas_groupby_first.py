import pandas as pd


def golden_records(customer_records):
    def key(s):
        if pd.isna(s):
            return None
        s = s.strip(" ").lower()
        at, plus = s.find("@"), s.find("+")
        if 0 <= plus < at:
            s = s[:plus] + s[at:]
        return s if s else None

    r = customer_records.copy()
    r["email_key"] = pd.Series([key(s) for s in r["email"]], index=r.index, dtype="str")
    r = r[r["email_key"].notna()]
    r = r.sort_values(["updated_at", "record_id"], ascending=False, na_position="last")
    out = r.groupby("email_key").agg(
        full_name=("full_name", "first"),
        phone=("phone", "first"),
        city=("city", "first"),
        last_updated=("updated_at", "max"),
        copies=("record_id", "size"),
    )
    return out.sort_index().reset_index()
