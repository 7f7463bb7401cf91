# Something was cut where no '@' follows: 'no+at' became 'no'. split("+") and partition("@") do not
# ask whether there is an '@'; without one there is no tag: cut only where partition found it.
# rule: plus
def latest_per_normalized_email(customer_records):
    def key_of(email):
        local, at, domain = email.strip().lower().partition("@")
        return local.split("+")[0] + at + domain or None

    keys = [key_of(email) if isinstance(email, str) else None for email in customer_records["email"]]
    keyed = customer_records.assign(email_key=keys)
    keyed["copies"] = keyed["email_key"].map(keyed["email_key"].value_counts()).fillna(1)
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    known = newest_first["email_key"].notna()
    kept = newest_first[~known | ~newest_first["email_key"].duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
