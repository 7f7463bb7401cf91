# A DuckDB relation, built in Python from the tables and returned as it is.
import duckdb


def top_by_revenue(products, orders, order_items, deliveries, params):
    good = delivered_orders(orders, deliveries, params)  # noqa: F841 (read by name below)
    return duckdb.sql("""
        WITH sold AS (
            SELECT product_id,
                   SUM(quantity) AS units,
                   SUM(quantity * unit_price_cents) AS revenue_cents
            FROM order_items SEMI JOIN good USING (order_id)
            GROUP BY product_id
        )
        SELECT category,
               UNNEST(RANGE(1, 1 + LEN(best))) AS position,
               UNNEST(best, recursive := true)
        FROM (
            SELECT category,
                   LIST({
                       'product_id': product_id,
                       'product_name': product_name,
                       'units': COALESCE(units, 0),
                       'revenue_cents': COALESCE(revenue_cents, 0)
                   } ORDER BY COALESCE(revenue_cents, 0) DESC,
                              COALESCE(units, 0) DESC, product_id)[1:3] AS best
            FROM products LEFT JOIN sold USING (product_id)
            GROUP BY category
        )
        ORDER BY category, position
    """)
