# polars: sort, keep the last of each email, put the unnamed back
import polars as pl


def latest_per_email(customer_records):
    d = pl.from_pandas(customer_records).sort("updated_at", "record_id", nulls_last=False)
    named = d.filter(pl.col("email").is_not_null()).unique("email", keep="last")
    return pl.concat([named, d.filter(pl.col("email").is_null())]).sort("record_id")
