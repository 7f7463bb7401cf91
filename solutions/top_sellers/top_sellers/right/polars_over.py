# Polars: everything in one chain, the rank with .over().
import polars as pl


def top_sellers(products, orders, order_items, deliveries, params):
    good = pl.from_pandas(delivered_orders(orders, deliveries, params)[["order_id"]])
    units = (
        pl.from_pandas(order_items)
        .join(good, on="order_id", how="semi")
        .group_by("product_id")
        .agg(pl.col("quantity").sum().alias("units"))
    )
    return (
        pl.from_pandas(products)
        .join(units, on="product_id", how="inner")
        .with_columns(
            rank=pl.col("units").rank("min", descending=True).over("category").cast(pl.Int64)
        )
        .filter(pl.col("rank") <= 3)
        .sort("category", "rank", "product_id")
        .select("category", "rank", "product_id", "product_name", "units")
    )
