def latest_per_email(customer_records):
    # oldest first: undated rows, then by date, then by record_id -> the last one per email wins
    r = customer_records.sort_values(["updated_at", "record_id"], na_position="first")
    lost = r["email"].notna() & r.duplicated("email", keep="last")
    return r.loc[~lost].sort_values("record_id").reset_index(drop=True)
