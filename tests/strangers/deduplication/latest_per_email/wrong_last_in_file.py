# last in file order
def latest_per_email(customer_records):
    c = customer_records
    return c[c.email.isna() | ~c.email.duplicated(keep="last")].sort_values("record_id")
