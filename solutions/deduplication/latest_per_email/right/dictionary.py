# Style: one pass in plain Python that remembers the best row of each email.
from datetime import datetime

import pandas as pd


def latest_per_email(customer_records):
    def age(record):
        missing = pd.isna(record["updated_at"])
        return (datetime.min if missing else record["updated_at"].to_pydatetime(), record["record_id"])

    kept, best = [], {}
    for record in customer_records.to_dict("records"):
        email = record["email"]
        if pd.isna(email):
            kept.append(record)
        elif email not in best or age(record) > age(best[email]):
            best[email] = record
    kept.extend(best.values())
    kept.sort(key=lambda record: record["record_id"])
    return pd.DataFrame(kept, columns=customer_records.columns)
