# style: one SQL query over the DataFrame
import duckdb


def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    card = scorecard.dropna()
    found = duckdb.execute(
        """
        SELECT metric FROM card
        WHERE coverage >= $1 AND top1_share <= $2 AND sensitivity >= $3 AND agreement >= $4
        ORDER BY round(predictive, 9) DESC, round(sensitivity, 9) DESC, metric
        LIMIT 1
        """,
        [min_coverage, max_top1_share, min_sensitivity, min_agreement],
    ).fetchone()
    return found[0] if found else None
