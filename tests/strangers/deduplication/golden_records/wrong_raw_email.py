# grouped by the raw email
def golden_records(customer_records):
    c = customer_records.sort_values(["updated_at", "record_id"], ascending=False)
    g = c[c.email != ""].groupby("email")
    out = g[["full_name", "phone", "city"]].first()
    out["last_updated"] = g.updated_at.max()
    out["copies"] = g.size()
    return out.reset_index().rename(columns={"email": "email_key"})
