# Style: plain Python. Rows sorted newest first, each fills the gaps that are left; None for missing.
from datetime import datetime

import pandas as pd


def golden_records(customer_records):
    records = [
        {name: None if pd.isna(value) else value for name, value in record.items()}
        for record in customer_records.to_dict("records")
    ]
    records.sort(key=lambda r: (r["updated_at"] or datetime.min, r["record_id"]), reverse=True)
    people = {}
    for record in records:
        local, at, domain = (record["email"] or "").strip().lower().partition("@")
        key = (local.split("+")[0] if at else local) + at + domain
        if not key:
            continue
        blank = dict.fromkeys(["full_name", "phone", "city"])
        person = people.setdefault(
            key, {"email_key": key, **blank, "last_updated": record["updated_at"], "copies": 0}
        )
        person["copies"] += 1
        for field in blank:
            if person[field] is None:
                person[field] = record[field]
    columns = ["email_key", "full_name", "phone", "city", "last_updated", "copies"]
    return pd.DataFrame([people[key] for key in sorted(people)], columns=columns)
