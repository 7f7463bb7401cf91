# first in file instead of smallest id
def exact_duplicates(customer_records):
    keys = ["email", "full_name", "phone", "city", "updated_at"]
    g = customer_records.groupby(keys, dropna=False, as_index=False).agg(
        copies=("record_id", "count"), first_record_id=("record_id", "first")
    )
    return g[g.copies > 1].sort_values("first_record_id")
