# pandas groupby drops missing keys
def exact_duplicates(customer_records):
    g = (
        customer_records.groupby(["email", "full_name", "phone", "city", "updated_at"])["record_id"]
        .agg(["size", "min"])
        .reset_index()
    )
    g = g.rename(columns={"size": "copies", "min": "first_record_id"})
    return g[g.copies >= 2].sort_values("first_record_id")
