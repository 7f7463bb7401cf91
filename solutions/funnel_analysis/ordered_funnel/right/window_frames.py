# A DuckDB relation: in each user's sorted events, carry "have I got this far" with running maxima.
import duckdb


def ordered_funnel(events):
    return duckdb.from_df(events).query(
        "log",
        """
        WITH numbered AS (
            SELECT user_id, event_ts,
                   list_position(['view', 'add_to_cart', 'checkout', 'purchase'], event_name) AS step
            FROM log
            WHERE user_id IS NOT NULL AND event_ts IS NOT NULL
        ),
        first AS (SELECT *, MAX(step = 1) OVER so_far AS r1 FROM numbered WHERE step > 0
                  WINDOW so_far AS (PARTITION BY user_id ORDER BY event_ts, step)),
        second AS (SELECT *, MAX(r1 AND step = 2) OVER so_far AS r2 FROM first
                   WINDOW so_far AS (PARTITION BY user_id ORDER BY event_ts, step)),
        third AS (SELECT *, MAX(r2 AND step = 3) OVER so_far AS r3 FROM second
                  WINDOW so_far AS (PARTITION BY user_id ORDER BY event_ts, step)),
        fourth AS (SELECT *, (r3 AND step = 4) AS r4 FROM third),
        counts AS (
            SELECT UNNEST([1, 2, 3, 4]) AS step, UNNEST([
                COUNT(DISTINCT user_id) FILTER (r1), COUNT(DISTINCT user_id) FILTER (r2),
                COUNT(DISTINCT user_id) FILTER (r3), COUNT(DISTINCT user_id) FILTER (r4)]) AS users
            FROM fourth
        )
        SELECT step, ['view', 'add_to_cart', 'checkout', 'purchase'][step] AS event_name, users,
               users / NULLIF(MAX(users) OVER (), 0) AS from_start,
               users / NULLIF(LAG(users) OVER (ORDER BY step), 0) AS from_previous,
               LAG(users) OVER (ORDER BY step) - users AS dropped
        FROM counts
        ORDER BY step
        """,
    )
