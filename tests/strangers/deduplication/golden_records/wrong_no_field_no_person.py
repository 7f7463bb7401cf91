# not listed: a person none of whose fields is known is left out
def golden_records(customer_records):
    key = (
        customer_records["email"].str.strip().str.lower().str.replace(r"\+[^@]*@", "@", regex=True)
    )
    c = customer_records.assign(email_key=key.where(key != "")).sort_values(
        ["updated_at", "record_id"], ascending=False
    )
    g = c.groupby("email_key")
    out = g[["full_name", "phone", "city"]].first()
    out["last_updated"] = g.updated_at.max()
    out["copies"] = g.size()
    return out.dropna(subset=["full_name", "phone", "city"], how="all").reset_index()
