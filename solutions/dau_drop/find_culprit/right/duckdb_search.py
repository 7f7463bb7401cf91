# style: one DuckDB query for all candidates, the choice by ORDER BY
import duckdb
import pandas as pd


def find_culprit(events, before_day, after_day, tolerance):
    if tolerance < 0:
        raise ValueError("tolerance must be at least 0")
    rows = duckdb.sql(
        """
        WITH seen AS (
            SELECT DISTINCT
                user_id AS u,
                event_time::DATE = $before::DATE AS b,
                COALESCE(app_version, 'unknown') AS v,
                COALESCE(country, 'unknown') AS c,
                COALESCE(platform, 'unknown') AS p
            FROM events
            WHERE user_id IS NOT NULL AND event_time::DATE IN ($before::DATE, $after::DATE)
              AND event_name NOT IN ('push_received', 'background_sync')
        ),
        candidates AS (
            SELECT v, c, p FROM seen WHERE b
            GROUP BY GROUPING SETS ((v), (c), (p), (v, c), (v, p), (c, p))
        ),
        tried AS (
            SELECT
                k.v, k.c, k.p,
                s.u, s.b,
                s.v = COALESCE(k.v, s.v) AND s.c = COALESCE(k.c, s.c)
                AND s.p = COALESCE(k.p, s.p) AS inside
            FROM candidates AS k CROSS JOIN seen AS s
        ),
        counted AS (
            SELECT
                v, c, p,
                COUNT(DISTINCT u) FILTER (WHERE inside AND b) AS dau_before,
                COUNT(DISTINCT u) FILTER (WHERE inside AND NOT b) AS dau_after,
                COUNT(DISTINCT u) FILTER (WHERE NOT inside AND b) AS n,
                COUNT(DISTINCT u) FILTER (WHERE NOT inside AND NOT b) AS m
            FROM tried GROUP BY v, c, p
        ),
        total AS (
            SELECT COUNT(DISTINCT u) FILTER (WHERE b) AS n,
                   COUNT(DISTINCT u) FILTER (WHERE NOT b) AS m
            FROM seen
        )
        SELECT k.v, k.c, k.p, dau_before, dau_after, (k.m - k.n) / k.n
        FROM counted AS k, total
        WHERE total.n > 0 AND (total.m - total.n) / total.n < -$t
          AND k.n > 0 AND (k.m - k.n) / k.n >= -$t
        """,
        params={
            "before": str(pd.Timestamp(before_day).date()),
            "after": str(pd.Timestamp(after_day).date()),
            "t": float(tolerance),
        },
    ).fetchall()
    ranked = []
    for v, c, p, dau_before, dau_after, rest_change in rows:
        named = zip(("app_version", "country", "platform"), (v, c, p))
        segment = [(name, value) for name, value in named if value is not None]
        ranked.append((dau_before, len(segment), segment, dau_after, rest_change))
    if not ranked:
        return None
    dau_before, _, segment, dau_after, rest_change = min(ranked)
    return {
        "segment": dict(segment),
        "dau_before": dau_before,
        "dau_after": dau_after,
        "rest_change": rest_change,
    }
