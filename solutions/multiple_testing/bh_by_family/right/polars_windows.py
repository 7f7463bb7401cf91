# polars: window expressions, and a reversed running minimum inside each experiment.
import polars as pl


def bh_by_family(tests):
    frame = pl.DataFrame(
        {name: tests[name].tolist() for name in tests.columns},
        schema={"experiment_id": pl.Int64, "metric": pl.String, "p_value": pl.Float64},
    ).with_columns(pl.col("p_value").fill_nan(None))
    known = frame.drop_nulls("p_value").sort("p_value").with_columns(
        scaled=(pl.col("p_value") * pl.len() / pl.col("p_value").rank("max")).over("experiment_id")
    )
    known = known.with_columns(q_value=pl.col("scaled").cum_min(reverse=True).over("experiment_id"))
    both = pl.concat([known.drop("scaled"), frame.filter(pl.col("p_value").is_null())], how="diagonal")
    return both.with_columns(significant=(pl.col("q_value") <= 0.05 + 1e-9).fill_null(False)).to_pandas()
