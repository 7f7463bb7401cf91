# Each field has its oldest known value: the rows are sorted upwards, and first() takes what comes
# first. Sort newest first.
# rule: fields
def golden_records(customer_records):
    key = customer_records["email"].str.strip().str.lower()
    key = key.str.replace(r"\+[^@]*@", "@", regex=True)
    keyed = customer_records.assign(email_key=key.mask(key == ""))
    in_order = keyed.sort_values(["updated_at", "record_id"])
    return in_order.groupby("email_key", as_index=False).agg(
        full_name=("full_name", "first"),
        phone=("phone", "first"),
        city=("city", "first"),
        last_updated=("updated_at", "max"),
        copies=("record_id", "size"),
    )
