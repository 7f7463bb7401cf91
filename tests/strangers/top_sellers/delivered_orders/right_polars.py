import polars as pl


def delivered_orders(orders, deliveries, params):
    o, d = pl.from_pandas(orders), pl.from_pandas(deliveries).with_columns(pl.col("order_id").cast(pl.Int64), pl.col("status").cast(pl.String))
    as_of = pl.from_pandas(params).item()
    return (o.with_columns(order_date=pl.col("order_ts").dt.date())
            .filter(pl.col("order_ts") >= as_of - pl.duration(days=29), pl.col("order_ts") < as_of + pl.duration(days=1))
            .join(d.filter(pl.col("status") == "delivered"), on="order_id", how="semi")
            .join(d.filter(pl.col("status") == "returned"), on="order_id", how="anti")
            .select("order_id", "order_date").sort("order_id"))
