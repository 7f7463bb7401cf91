# Polars: semi and anti joins, a polars DataFrame returned.
import polars as pl


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0].date()
    status = pl.from_pandas(deliveries).with_columns(pl.col("order_id").cast(pl.Int64))
    return (
        pl.from_pandas(orders)
        .with_columns(order_date=pl.col("order_ts").dt.date())
        .filter(pl.col("order_date").is_between(pl.lit(as_of).dt.offset_by("-29d"), as_of))
        .join(status.filter(pl.col("status") == "delivered"), on="order_id", how="semi")
        .join(status.filter(pl.col("status") == "returned"), on="order_id", how="anti")
        .select("order_id", "order_date")
        .sort("order_id")
    )
