# The rows are grouped by email as it is stored, and the key is only shown, so a key has a row for
# each of its spellings. Group by the email_key itself.
# rule: people
def golden_records(customer_records):
    newest_first = customer_records.sort_values(["updated_at", "record_id"], ascending=False)
    people = newest_first.groupby("email", as_index=False).agg(
        full_name=("full_name", "first"),
        phone=("phone", "first"),
        city=("city", "first"),
        last_updated=("updated_at", "max"),
        copies=("record_id", "size"),
    )
    key = people["email"].str.strip().str.lower().str.replace(r"\+[^@]*@", "@", regex=True)
    people["email_key"] = key.mask(key == "")
    people = people.dropna(subset=["email_key"]).drop(columns="email")
    return people.sort_values("email_key")
