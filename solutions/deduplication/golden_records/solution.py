def email_key(email):
    """The address without spaces around it, capitals and tag; missing when nothing is left."""
    address = email.str.strip(" ").str.lower()
    halves = address.str.split("@")
    local, domain = halves.str[0], halves.str[1]  # without an '@' there is no domain: missing ...
    untagged = local.str.split("+").str[0] + "@" + domain
    key = untagged.fillna(address)  # ... and the address stays as it is
    return key.mask(key == "")


def golden_records(customer_records):
    keyed = customer_records.assign(email_key=email_key(customer_records["email"]))
    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    # groupby drops the missing keys and sorts by the others;
    # "first" is the first value that is not missing, for each column on its own
    return newest_first.groupby("email_key", as_index=False).agg(
        full_name=("full_name", "first"),
        phone=("phone", "first"),
        city=("city", "first"),
        last_updated=("updated_at", "max"),
        copies=("record_id", "size"),
    )
