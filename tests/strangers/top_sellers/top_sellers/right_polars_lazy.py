import polars as pl


def top_sellers(products, orders, order_items, deliveries, params):
    p, o, i, d = (pl.from_pandas(f).lazy() for f in (products, orders, order_items, deliveries))
    d = d.with_columns(pl.col("order_id").cast(pl.Int64), pl.col("status").cast(pl.String))
    as_of = params["as_of"].iloc[0].to_pydatetime()
    p = p.with_columns(pl.col("product_name", "category").cast(pl.String))
    o = (o.filter((pl.lit(as_of) - pl.col("order_ts").dt.truncate("1d")).dt.total_days().is_between(0, 29))
         .join(d.filter(pl.col("status") == "delivered"), on="order_id", how="semi").join(d.filter(pl.col("status") == "returned"), on="order_id", how="anti"))
    return (i.join(o, on="order_id", how="semi").group_by("product_id").agg(units=pl.col("quantity").sum()).join(p, on="product_id")
            .with_columns(rank=pl.col("units").rank("min", descending=True).over("category")).filter(pl.col("rank") <= 3)
            .select("category", "rank", "product_id", "product_name", "units").sort("category", "rank", "product_id").collect())
