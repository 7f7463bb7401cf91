# Two slips: all rows without email collapse into one (drop_duplicates treats missing as equal), and the result is ordered by email, record_id instead of record_id.
def latest_per_email(customer_records):
    return (
        customer_records.sort_values(["updated_at", "record_id"], na_position="first")
        .drop_duplicates(subset="email", keep="last")
        .sort_values(["email", "record_id"])
        .reset_index(drop=True)
    )
