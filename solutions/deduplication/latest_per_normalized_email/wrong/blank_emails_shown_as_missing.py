# The emails that are empty or blank were replaced by NULL. Only their key is NULL; the email is
# shown as it is stored, '' and blanks included.
# rule: keyless
def latest_per_normalized_email(customer_records):
    email = customer_records["email"]
    records = customer_records.assign(email=email.mask(email.str.strip() == ""))
    key = records["email"].str.strip().str.lower().str.replace(r"\+[^@]*@", "@", regex=True)
    keyed = records.assign(email_key=key)
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts()).fillna(1)
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
