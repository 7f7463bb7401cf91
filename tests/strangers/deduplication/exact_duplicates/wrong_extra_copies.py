# copies = extra copies
def exact_duplicates(customer_records):
    keys = ["email", "full_name", "phone", "city", "updated_at"]
    c = customer_records.sort_values("record_id")
    c["copies"] = c.groupby(keys, dropna=False).record_id.transform("size") - 1
    c = c[(c.copies > 0) & ~c.duplicated(keys)]
    return c.rename(columns={"record_id": "first_record_id"})[[*keys, "copies", "first_record_id"]]
