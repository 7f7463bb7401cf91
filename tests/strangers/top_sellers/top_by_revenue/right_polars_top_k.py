import polars as pl


def top_by_revenue(products, orders, order_items, deliveries, params):
    text = lambda f, *c: pl.from_pandas(f).with_columns(pl.col(*c).cast(pl.String))
    as_of = params["as_of"].iloc[0].date()
    d = text(deliveries, "status").filter(pl.col("order_id").is_not_null()).with_columns(pl.col("order_id").cast(pl.Int64))
    st = d.group_by("order_id").agg(ok=(pl.col("status") == "delivered").any() & ~(pl.col("status") == "returned").any()).filter("ok")
    o = pl.from_pandas(orders).filter((as_of - pl.col("order_ts").dt.date()).dt.total_days().is_between(0, 29)).join(st, on="order_id")
    s = (pl.from_pandas(order_items).join(o.select("order_id"), on="order_id").with_columns(revenue_cents=pl.col("quantity") * pl.col("unit_price_cents"))
         .group_by("product_id").agg(units=pl.col("quantity").sum(), revenue_cents=pl.col("revenue_cents").sum()))
    return (text(products, "product_name", "category").join(s, on="product_id", how="left").with_columns(pl.col("units", "revenue_cents").fill_null(0))
            .sort("category", "revenue_cents", "units", "product_id", descending=[False, True, True, False])
            .with_columns(position=pl.int_range(1, pl.len() + 1).over("category")).filter(pl.col("position") <= 3))
