import pandas as pd


def _key(email):
    if pd.isna(email):
        return None
    e = email.strip(" ").lower()
    local, at, domain = e.partition("@")
    if at:
        e = local.split("+", 1)[0] + at + domain
    return e or None


def latest_per_normalized_email(customer_records):
    best, copies, alone = {}, {}, []
    for rid, email, ts in zip(
        customer_records["record_id"], customer_records["email"], customer_records["updated_at"]
    ):
        rid = int(rid)
        key = _key(email)
        if key is None:
            alone.append((None, rid, None if pd.isna(email) else email, 1))
            continue
        copies[key] = copies.get(key, 0) + 1
        age = (0, pd.Timestamp(0), rid) if pd.isna(ts) else (1, ts, rid)
        if key not in best or age > best[key][0]:
            best[key] = (age, rid, email)
    rows = [(k, rid, email, copies[k]) for k, (_, rid, email) in best.items()] + alone
    rows.sort(key=lambda r: r[1])
    return pd.DataFrame(rows, columns=["email_key", "record_id", "email", "copies"])
