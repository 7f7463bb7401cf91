# not listed: equal times decided by the id as text ('9' beats '10')
def latest_per_email(customer_records):
    c = customer_records.assign(t=customer_records.record_id.astype(str)).sort_values(
        ["updated_at", "t"], ascending=False, na_position="last"
    )
    c = c[c.email.isna() | ~c.email.duplicated()]
    return c.drop(columns="t").sort_values("record_id")
