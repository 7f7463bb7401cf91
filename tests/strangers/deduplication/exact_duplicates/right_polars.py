# polars groups nulls together
import polars as pl


def exact_duplicates(customer_records):
    d = pl.from_pandas(customer_records)
    return (
        d.lazy()
        .group_by(pl.exclude("record_id"))
        .agg(copies=pl.len(), first_record_id=pl.col("record_id").min())
        .filter(pl.col("copies") >= 2)
        .sort("first_record_id")
        .collect()
    )
