# polars, drop_nulls().first()
import polars as pl


def golden_records(customer_records):
    key = pl.col("email").str.strip_chars(" ").str.to_lowercase().str.replace(r"\+[^@]*@", "@")
    return (
        pl.from_pandas(customer_records)
        .lazy()
        .with_columns(email_key=key)
        .filter(pl.col("email_key") != "")
        .sort("updated_at", "record_id", descending=[True, True], nulls_last=True)
        .group_by("email_key", maintain_order=True)
        .agg(
            *[pl.col(f).drop_nulls().first() for f in ("full_name", "phone", "city")],
            last_updated=pl.col("updated_at").max(),
            copies=pl.len(),
        )
        .sort("email_key")
        .collect()
    )
