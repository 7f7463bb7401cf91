# The rows are those of the previous answer, deduplicated a second time, so copies counts
# different emails and no longer rows. Start from all of customer_records.
# rule: per_key
def latest_per_normalized_email(customer_records):
    survivors = latest_per_email(customer_records)
    key = survivors["email"].str.strip().str.lower()
    key = key.str.replace(r"\+[^@]*@", "@", regex=True)
    keyed = survivors.assign(email_key=key.mask(key == ""))
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts()).fillna(1)
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
