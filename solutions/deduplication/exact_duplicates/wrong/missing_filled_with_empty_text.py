# Missing texts were filled with '', so that groupby keeps their rows: now unknown and empty count
# as the same, and '' stands where nothing is known. Leave them missing and pass dropna=False.
# rule: text
def exact_duplicates(customer_records):
    content = ["email", "full_name", "phone", "city", "updated_at"]
    texts = ["email", "full_name", "phone", "city"]
    filled = customer_records.assign(**{name: customer_records[name].fillna("") for name in texts})
    groups = filled.groupby(content, dropna=False)["record_id"]
    report = groups.agg(copies="size", first_record_id="min").reset_index()
    return report[report["copies"] >= 2].sort_values("first_record_id")
