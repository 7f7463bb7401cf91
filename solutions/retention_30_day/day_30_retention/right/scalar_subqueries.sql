-- Style: scalar subqueries, a semi-join with (customer, date) IN (...), no NULLIF: AVG of no rows is NULL.
WITH pairs AS (
    SELECT customer_id, date_trunc('day', signup_ts) + INTERVAL '30 days' AS day_30
    FROM customers
),
seen AS (
    SELECT *, (customer_id, day_30) IN (
        SELECT (customer_id, date_trunc('day', visit_ts)) FROM visits
        WHERE customer_id IS NOT NULL AND visit_ts IS NOT NULL
    ) AS kept
    FROM pairs
    WHERE day_30 <= (SELECT as_of FROM params)
)
SELECT
    AVG(CASE WHEN kept THEN 1.0 ELSE 0.0 END) AS retention,
    COUNT(CASE WHEN kept THEN 1 END) AS retained,
    (SELECT COUNT(*) FROM seen) AS eligible
FROM seen
