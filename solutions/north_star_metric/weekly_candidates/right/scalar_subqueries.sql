-- style: no joins at all: a row per Monday from a recursive calendar, and one subquery per number
WITH RECURSIVE dates AS (
    SELECT visit_date AS day FROM visits UNION SELECT order_date FROM orders
),

weeks(week_start) AS (
    SELECT MIN(day - (isodow(day)::INT - 1)) FROM dates HAVING COUNT(*) > 0
    UNION ALL
    SELECT week_start + 7 FROM weeks WHERE week_start + 7 <= (SELECT MAX(day) FROM dates)
),

sold AS (
    SELECT * FROM orders WHERE status IN ('delivered', 'returned')
)

SELECT
    week_start,
    (SELECT COUNT(DISTINCT user_id) FROM visits
     WHERE visit_date BETWEEN week_start AND week_start + 6) AS active_users,
    (SELECT COUNT(DISTINCT user_id) FROM sold
     WHERE order_date BETWEEN week_start AND week_start + 6) AS buyers,
    (SELECT COUNT(*) FROM (
        SELECT user_id FROM sold
        WHERE order_date BETWEEN week_start AND week_start + 6
        GROUP BY user_id HAVING COUNT(*) > 1
    )) AS repeat_buyers,
    (SELECT COUNT(*) FROM sold
     WHERE order_date BETWEEN week_start AND week_start + 6) AS orders,
    (SELECT COALESCE(SUM(amount), 0.0) FROM sold
     WHERE status = 'delivered' AND order_date BETWEEN week_start AND week_start + 6) AS kept_revenue
FROM weeks
