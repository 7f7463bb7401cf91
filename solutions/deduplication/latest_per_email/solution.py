def latest_per_email(customer_records):
    # sort_values puts missing times last in either direction: undated rows count as oldest
    newest_first = customer_records.sort_values(["updated_at", "record_id"], ascending=False)
    email = newest_first["email"]
    # duplicated() marks all but the first row of each email, and would do so for missing ones too
    kept = newest_first[email.isna() | ~email.duplicated()]
    return kept.sort_values("record_id")
