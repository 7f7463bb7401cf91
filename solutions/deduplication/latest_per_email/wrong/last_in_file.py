# The row that comes last in the table is kept, whatever its updated_at: the rows come in no
# useful order. Sort newest first (updated_at, then record_id, both descending) before you drop
# duplicates, and keep the first.
# rule: newest
def latest_per_email(customer_records):
    email = customer_records["email"]
    kept = customer_records[email.isna() | ~email.duplicated(keep="last")]
    return kept.sort_values("record_id")
