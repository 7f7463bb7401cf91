# plus cut without '@'
import pandas as pd


def latest_per_normalized_email(customer_records):
    def key(e):
        if pd.isna(e):
            return None
        local, at, domain = e.strip().lower().partition("@")
        return local.split("+")[0] + at + domain or None

    c = customer_records.assign(email_key=[key(e) for e in customer_records.email]).sort_values(
        ["updated_at", "record_id"], ascending=False
    )
    c["copies"] = c.groupby("email_key").record_id.transform("size").fillna(1)
    return c[c.email_key.isna() | ~c.email_key.duplicated()].sort_values("record_id")[
        ["email_key", "record_id", "email", "copies"]
    ]
