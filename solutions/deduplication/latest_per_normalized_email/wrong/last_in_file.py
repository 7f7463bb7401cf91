# The row that comes last in the table is kept, whatever its updated_at: the rows come in no
# useful order. Sort newest first before you drop duplicates, and keep the first.
# rule: newest
def latest_per_normalized_email(customer_records):
    key = customer_records["email"].str.strip().str.lower()
    key = key.str.replace(r"\+[^@]*@", "@", regex=True)
    keyed = customer_records.assign(email_key=key.mask(key == ""))
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts()).fillna(1)
    kept = keyed[keyed["email_key"].isna() | ~keyed["email_key"].duplicated(keep="last")]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
