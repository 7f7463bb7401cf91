# Style: a DuckDB relation made from the DataFrame, returned as it is.
import duckdb


def sessionize(clickstream):
    clicks = duckdb.from_df(clickstream).filter("user_id IS NOT NULL AND ts IS NOT NULL")
    flagged = clicks.project("""
        user_id, ts, page_url,
        coalesce(ts > lag(ts) OVER (PARTITION BY user_id ORDER BY ts) + INTERVAL 30 MINUTE, true) AS opens
    """)
    return flagged.project("""
        user_id, count_if(opens) OVER (PARTITION BY user_id ORDER BY ts) AS session_number, ts, page_url
    """).order("user_id, ts, page_url")
