def email_key(email):
    """The address without spaces around it, capitals and tag; missing when nothing is left."""
    address = email.str.strip(" ").str.lower()
    # what stands before the first '+' and the '@', and the rest from the '@' on
    halves = address.str.extract(r"^([^+@]*)[^@]*(@.*)$")
    key = (halves[0] + halves[1]).fillna(address)  # no '@', no halves: nothing is cut
    return key.mask(key == "")


def latest_per_normalized_email(customer_records):
    keyed = customer_records.assign(email_key=email_key(customer_records["email"]))
    copies = keyed["email_key"].map(keyed["email_key"].value_counts())  # missing keys: no count
    keyed["copies"] = copies.fillna(1).astype("int64")

    newest_first = keyed.sort_values(["updated_at", "record_id"], ascending=False)
    key = newest_first["email_key"]
    kept = newest_first[key.isna() | ~key.duplicated()]
    return kept.sort_values("record_id")[["email_key", "record_id", "email", "copies"]]
