# Style: plain Python, one address at a time; rows as dicts, None for missing.
import pandas as pd


def key_of(email):
    if not isinstance(email, str):
        return None
    address = email.strip().lower()
    local, at, domain = address.partition("@")
    if at:
        address = local.split("+")[0] + at + domain
    return address or None


def latest_per_normalized_email(customer_records):
    groups, rows = {}, []
    for record_id, email, *_, updated_at in customer_records.itertuples(index=False):
        key, dated = key_of(email), not pd.isna(updated_at)
        if key is None:
            rows.append((None, record_id, email, 1))
        else:
            rank = (dated, updated_at.value if dated else 0, record_id)
            groups.setdefault(key, []).append((rank, email))
    for key, found in groups.items():
        (*_, record_id), email = max(found)
        rows.append((key, record_id, email, len(found)))
    rows.sort(key=lambda row: row[1])
    return pd.DataFrame(rows, columns=["email_key", "record_id", "email", "copies"])
