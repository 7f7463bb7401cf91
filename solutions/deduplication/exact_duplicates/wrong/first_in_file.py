# first_record_id is the id of the row that happens to come first, and the rows come in no useful
# order. Take the smallest id: min instead of first (or sort by record_id before).
# rule: copies
def exact_duplicates(customer_records):
    content = ["email", "full_name", "phone", "city", "updated_at"]
    groups = customer_records.groupby(content, dropna=False)["record_id"]
    report = groups.agg(copies="size", first_record_id="first").reset_index()
    return report[report["copies"] >= 2].sort_values("first_record_id")
