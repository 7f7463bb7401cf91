# polars string expressions
import polars as pl


def latest_per_normalized_email(customer_records):
    d = pl.from_pandas(customer_records).with_columns(
        e=pl.col("email").str.strip_chars(" ").str.to_lowercase()
    )
    d = d.with_columns(email_key=pl.col("e").str.replace(r"\+[^@]*@", "@"))
    d = d.with_columns(email_key=pl.when(pl.col("email_key") != "").then(pl.col("email_key")))
    d = d.sort("updated_at", "record_id", descending=True, nulls_last=True)
    known = (
        d.filter(pl.col("email_key").is_not_null())
        .group_by("email_key", maintain_order=True)
        .agg(pl.col("record_id", "email").first(), copies=pl.len())
    )
    unknown = d.filter(pl.col("email_key").is_null()).select(
        "email_key", "record_id", "email", copies=pl.lit(1, dtype=pl.UInt32)
    )
    return pl.concat([known, unknown], how="vertical_relaxed").sort("record_id")
