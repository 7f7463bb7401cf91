# Style: polars; sort, then unique(keep="first") over the known emails.
import polars as pl


def latest_per_email(customer_records):
    newest_first = pl.from_pandas(customer_records).sort(
        "updated_at", "record_id", descending=True, nulls_last=True
    )
    known = newest_first.filter(pl.col("email").is_not_null())
    unknown = newest_first.filter(pl.col("email").is_null())
    return pl.concat([known.unique("email", keep="first"), unknown]).sort("record_id")
