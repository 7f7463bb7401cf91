# Style: polars expressions and windows.
import polars as pl


def latest_per_normalized_email(customer_records):
    address = pl.col("email").str.strip_chars(" ").str.to_lowercase().str.replace(r"\+[^@]*@", "@")
    keyless = pl.col("email_key").is_null()
    return (
        pl.from_pandas(customer_records)
        .sort("updated_at", "record_id", descending=True, nulls_last=True)
        .with_columns(email_key=pl.when(address != "").then(address))
        .with_columns(
            copies=pl.when(keyless).then(1).otherwise(pl.len().over("email_key")),
            place=pl.int_range(pl.len()).over("email_key"),
        )
        .filter(keyless | (pl.col("place") == 0))
        .sort("record_id")
        .select("copies", "email_key", "email", "record_id")
    )
