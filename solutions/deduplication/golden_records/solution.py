def email_key(email):
    """The address without spaces around it, capitals and tag; missing when nothing is left."""
    address = email.str.strip(" ").str.lower()
    # what stands before the first '+' and the '@', and the rest from the '@' on
    halves = address.str.extract(r"^([^+@]*)[^@]*(@.*)$")
    key = (halves[0] + halves[1]).fillna(address)  # no '@', no halves: nothing is cut
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
