# last_updated is the time of the row with the largest record_id. It is the latest updated_at of
# all rows with the key: max.
# rule: summary
def golden_records(customer_records):
    key = customer_records["email"].str.strip().str.lower()
    key = key.str.replace(r"\+[^@]*@", "@", regex=True)
    keyed = customer_records.assign(email_key=key.mask(key == ""))
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    people = newest_first.groupby("email_key", as_index=False).agg(
        full_name=("full_name", "first"),
        phone=("phone", "first"),
        city=("city", "first"),
        copies=("record_id", "size"),
    )
    last = keyed.sort_values("record_id").drop_duplicates("email_key", keep="last")
    people["last_updated"] = people["email_key"].map(last.set_index("email_key")["updated_at"])
    return people
