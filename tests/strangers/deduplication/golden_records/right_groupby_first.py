# groupby().first() skips missing values
def golden_records(customer_records):
    e = customer_records["email"].str.strip(" ").str.lower()
    key = e.str.replace(r"\+[^@]*@", "@", n=1, regex=True)
    c = customer_records.assign(email_key=key.where(key != ""))
    c = c.sort_values(["updated_at", "record_id"], ascending=[False, False], na_position="last")
    g = c.groupby("email_key", sort=True)
    out = g[["full_name", "phone", "city"]].first()
    out["last_updated"] = g["updated_at"].max()
    out["copies"] = g.size()
    return out.reset_index()
