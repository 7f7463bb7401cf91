# Style: DuckDB SQL over the earlier answer's DataFrame, returned as a relation.
import duckdb


def user_sessions(clickstream):
    sessions = session_table(clickstream)
    return duckdb.from_df(sessions).query("s", """
        SELECT user_id, count(*) AS sessions, sum(events) AS events, sum(minutes) AS total_minutes,
               avg(minutes) AS avg_session_minutes, count(*) FILTER (events = 1) / count(*) AS bounce_rate
        FROM s GROUP BY user_id ORDER BY count(*) DESC, user_id
    """)
