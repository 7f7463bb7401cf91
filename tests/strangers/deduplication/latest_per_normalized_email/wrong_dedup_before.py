# deduplicated before normalising
import pandas as pd


def latest_per_normalized_email(customer_records):
    def key(e):
        if pd.isna(e):
            return None
        local, at, domain = e.strip().lower().partition("@")
        return (local.split("+")[0] + at + domain if at else local) or None

    c = customer_records.sort_values(["updated_at", "record_id"], ascending=False)
    c = c[c.email.isna() | ~c.email.duplicated()]
    c = c.assign(email_key=[key(e) for e in c.email])
    c["copies"] = c.groupby("email_key").record_id.transform("size").fillna(1)
    return c[c.email_key.isna() | ~c.email_key.duplicated()].sort_values("record_id")[
        ["email_key", "record_id", "email", "copies"]
    ]
