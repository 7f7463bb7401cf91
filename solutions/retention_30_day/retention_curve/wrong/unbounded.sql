-- retained counts a visit on day n or any later day. That is another definition of retention (unbounded), and its
-- curve never rises; this answer wants a visit on exactly day n.
-- rule: exact
WITH signups AS (
    SELECT customer_id, signup_ts::DATE AS signup_date, as_of - signup_ts::DATE AS days_seen
    FROM customers, params
),
days AS (SELECT unnest(range(31)) AS day),
visit_days AS (
    SELECT customer_id, days_seen, visit_ts::DATE - signup_date AS visit_day
    FROM signups JOIN visits USING (customer_id)
    WHERE visit_ts::DATE - signup_date <= days_seen
),
below AS (
    SELECT day, COUNT(customer_id) AS eligible
    FROM days LEFT JOIN signups ON days_seen >= day
    GROUP BY day
),
above AS (
    SELECT day, COUNT(DISTINCT customer_id) AS retained
    FROM days LEFT JOIN visit_days ON visit_day >= day
    GROUP BY day
)
SELECT day, eligible, retained, retained / NULLIF(eligible, 0) AS retention
FROM below JOIN above USING (day)
ORDER BY day
