# The column email shows the key. It is the email of the kept row as it is stored: put the key
# into a column of its own, and leave email alone.
# rule: per_key
def latest_per_normalized_email(customer_records):
    records = customer_records.copy()
    records["email"] = records["email"].str.strip().str.lower()
    records["email"] = records["email"].str.replace(r"\+[^@]*@", "@", regex=True)
    records["email"] = records["email"].mask(records["email"] == "")
    records["email_key"] = records["email"]
    records["copies"] = records["email_key"].map(records["email_key"].value_counts()).fillna(1)
    newest_first = records.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
