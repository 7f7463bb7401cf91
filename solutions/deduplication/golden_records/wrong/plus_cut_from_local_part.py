# Something was cut where no '@' follows: 'no+at' became 'no'. split("+") and partition("@") do not
# ask whether there is an '@'; without one there is no tag: cut only where partition found it.
# rule: plus
def golden_records(customer_records):
    def key_of(email):
        local, at, domain = email.strip().lower().partition("@")
        return local.split("+")[0] + at + domain or None

    keys = [key_of(email) if isinstance(email, str) else None for email in customer_records["email"]]
    newest_first = customer_records.assign(email_key=keys).sort_values(
        ["updated_at", "record_id"], ascending=False
    )
    people = newest_first.groupby("email_key", as_index=False).agg(
        full_name=("full_name", "first"),
        phone=("phone", "first"),
        city=("city", "first"),
        last_updated=("updated_at", "max"),
        copies=("record_id", "size"),
    )
    return people.sort_values("email_key")
