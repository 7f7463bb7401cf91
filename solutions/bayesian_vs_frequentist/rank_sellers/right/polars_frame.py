# style: polars expressions
import polars as pl


def rank_sellers(sellers):
    table = pl.DataFrame(
        {
            "seller_id": sellers["seller_id"].astype(object).tolist(),
            "orders": sellers["orders"].tolist(),
            "positive": sellers["positive"].tolist(),
        },
        schema={"seller_id": pl.String, "orders": pl.Int64, "positive": pl.Int64},
    )
    total = table["orders"].sum()
    mu = table["positive"].sum() / total if total else 0.5
    return (
        table.with_columns(
            raw_rate=pl.when(pl.col("orders") > 0).then(pl.col("positive") / pl.col("orders")),
            shrunk_rate=(pl.col("positive") + 50 * mu) / (pl.col("orders") + 50),
        )
        .sort(
            pl.col("shrunk_rate").round(9),
            "orders",
            "seller_id",
            descending=[True, True, False],
        )
        .with_row_index("rank", offset=1)
        .select("seller_id", "orders", "raw_rate", "shrunk_rate", pl.col("rank").cast(pl.Int64))
        .to_pandas()
    )
