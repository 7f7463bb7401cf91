# Capital letters are still in the key, so 'Ann@X.com' and 'ann@x.com' stay two customers. Turn
# the whole address into lower case.
# rule: key
def latest_per_normalized_email(customer_records):
    key = customer_records["email"].str.strip()
    key = key.str.replace(r"\+[^@]*@", "@", regex=True)
    keyed = customer_records.assign(email_key=key.mask(key == ""))
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts()).fillna(1)
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
