# not listed: missing text filled with '' for grouping, so NULL and '' become one group
def exact_duplicates(customer_records):
    keys = ["email", "full_name", "phone", "city", "updated_at"]
    c = customer_records.copy()
    c[keys[:4]] = c[keys[:4]].fillna("")
    g = c.groupby(keys, dropna=False, as_index=False).agg(
        copies=("record_id", "count"), first_record_id=("record_id", "min")
    )
    g = g[g.copies > 1].sort_values("first_record_id")
    return (
        g[["first_record_id", "copies"]]
        .merge(customer_records, left_on="first_record_id", right_on="record_id")
        .drop(columns="record_id")
    )
