# style: polars, and the sign test as an incomplete beta function
import polars as pl
from scipy.special import betainc


def interleaving_verdict(impressions):
    lead = (
        pl.from_pandas(impressions)
        .filter(pl.col("clicks") > 0)
        .group_by("session_id")
        .agg((pl.col("team") == "A").sum().cast(pl.Int64).alias("a"), pl.len().cast(pl.Int64).alias("all"))
        .select((2 * pl.col("a") - pl.col("all")).sign())
        .to_series()
    )
    wins_a, wins_b, ties = ((lead == s).sum() for s in (1, -1, 0))
    most, least = max(wins_a, wins_b), min(wins_a, wins_b)
    # P(X >= most) of a fair binomial is the incomplete beta function at 1/2
    p = min(1.0, 2 * betainc(most, least + 1, 0.5)) if most else 1.0
    total = wins_a + wins_b + ties
    delta = None if total == 0 else (wins_a + ties / 2) / total - 1 / 2
    return dict(wins_a=wins_a, wins_b=wins_b, ties=ties, delta_ab=delta, p_value=p)
