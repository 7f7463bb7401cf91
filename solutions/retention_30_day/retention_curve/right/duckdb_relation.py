# Style: a Python function that returns a DuckDB relation built from the DataFrames.
import duckdb


def retention_curve(customers, visits, params):
    people = duckdb.sql("""
        SELECT customer_id, signup_ts::DATE AS d, as_of
        FROM customers, params
        WHERE signup_ts IS NOT NULL
    """)
    came = duckdb.sql("""
        SELECT visit_ts::DATE - d AS day, COUNT(DISTINCT customer_id) AS retained
        FROM people JOIN visits USING (customer_id)
        WHERE visit_ts::DATE <= as_of
        GROUP BY ALL
    """)
    return duckdb.sql("""
        SELECT
            day,
            (SELECT COUNT(*) FROM people WHERE d + day::INT <= as_of) AS eligible,
            COALESCE(retained, 0) AS retained,
            CASE WHEN (SELECT COUNT(*) FROM people WHERE d + day::INT <= as_of) > 0
                 THEN COALESCE(retained, 0) / (SELECT COUNT(*) FROM people WHERE d + day::INT <= as_of)
            END AS retention
        FROM range(31) AS days(day)
        LEFT JOIN came USING (day)
        ORDER BY day
    """)
