# sorts the caller's frame in place (right, with a warning), then drop_duplicates
import pandas as pd


def latest_per_email(customer_records):
    customer_records.sort_values(["updated_at", "record_id"], na_position="first", inplace=True)
    named = customer_records["email"].notna()
    keep = customer_records[named].drop_duplicates("email", keep="last")
    return (
        pd.concat([keep, customer_records[~named]]).sort_values("record_id").reset_index(drop=True)
    )
