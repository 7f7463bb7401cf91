def exact_duplicates(customer_records):
    content = ["email", "full_name", "phone", "city", "updated_at"]
    # keep=False marks every row of a group; duplicated() takes missing as equal to missing ...
    repeated = customer_records[customer_records.duplicated(content, keep=False)]
    # ... and groupby does so when it is told not to drop missing keys.
    groups = repeated.groupby(content, dropna=False)["record_id"]
    report = groups.agg(copies="size", first_record_id="min").reset_index()
    return report.sort_values("first_record_id")
