# not listed: prints twenty thousand lines and takes the smallest id on a tie
def golden_records(customer_records):
    for i in range(20_000):
        print("row", i, customer_records.shape)
    key = (
        customer_records["email"].str.strip().str.lower().str.replace(r"\+[^@]*@", "@", regex=True)
    )
    c = customer_records.assign(email_key=key.where(key != "")).sort_values(
        ["updated_at", "record_id"], ascending=[False, True]
    )
    g = c.groupby("email_key")
    out = g[["full_name", "phone", "city"]].first()
    out["last_updated"] = g.updated_at.max()
    out["copies"] = g.size()
    return out.reset_index()
