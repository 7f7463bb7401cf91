# oldest non-NULL
def golden_records(customer_records):
    key = (
        customer_records["email"].str.strip().str.lower().str.replace(r"\+[^@]*@", "@", regex=True)
    )
    c = customer_records.assign(email_key=key.where(key != "")).sort_values(
        ["updated_at", "record_id"], na_position="first"
    )
    g = c.groupby("email_key")
    out = g[["full_name", "phone", "city"]].first()
    out["last_updated"] = g.updated_at.max()
    out["copies"] = g.size()
    return out.reset_index()
