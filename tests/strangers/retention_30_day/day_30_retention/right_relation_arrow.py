import duckdb


def day_30_retention(customers, visits, params):
    return duckdb.sql("""
        WITH e AS (SELECT c.customer_id, c.signup_ts::DATE + 30 AS t FROM customers c, params WHERE t <= as_of::DATE),
             h AS (SELECT DISTINCT e.customer_id FROM e JOIN visits v ON e.customer_id = v.customer_id AND v.visit_ts::DATE = t)
        SELECT a.n AS eligible, b.n AS retained, b.n / NULLIF(a.n, 0) AS retention
        FROM (SELECT count(*) AS n FROM e) a, (SELECT count(*) AS n FROM h) b""").to_arrow_table()
