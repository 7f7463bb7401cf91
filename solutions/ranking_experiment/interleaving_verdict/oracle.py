import duckdb
from scipy.stats import binomtest


def interleaving_verdict(impressions):
    a, b, ties = duckdb.sql("""
        WITH sessions AS (
            SELECT
                COUNT(*) FILTER (team = 'A') AS a,
                COUNT(*) FILTER (team = 'B') AS b
            FROM impressions
            WHERE clicks >= 1
            GROUP BY session_id
        )
        SELECT COUNT(*) FILTER (a > b), COUNT(*) FILTER (b > a), COUNT(*) FILTER (a = b)
        FROM sessions
    """).fetchall()[0]
    counted = a + b + ties
    return {
        "wins_a": a,
        "wins_b": b,
        "ties": ties,
        "delta_ab": (a - b) / (2 * counted) if counted else None,
        "p_value": float(binomtest(a, a + b).pvalue) if a + b else 1.0,
    }
