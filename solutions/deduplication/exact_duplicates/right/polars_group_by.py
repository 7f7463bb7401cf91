# Style: polars, whose group_by keeps nulls as a group; returned as a polars frame.
import polars as pl


def exact_duplicates(customer_records):
    return (
        pl.from_pandas(customer_records)
        .group_by("email", "full_name", "phone", "city", "updated_at")
        .agg(copies=pl.len(), first_record_id=pl.col("record_id").min())
        .filter(pl.col("copies") > 1)
        .sort("first_record_id")
    )
