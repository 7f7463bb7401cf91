-- Any visit on day 30 or later makes a customer retained. That is another definition (unbounded, or rolling,
-- retention), and it also takes visits dated after as_of. This answer wants a visit on that day: = instead of >=.
-- rule: exact
WITH eligible_customers AS (
    SELECT customer_id, signup_ts::DATE + 30 AS day_30
    FROM customers, params
    WHERE signup_ts::DATE + 30 <= as_of
),
outcomes AS (
    SELECT EXISTS (
        SELECT 1 FROM visits v
        WHERE v.customer_id = e.customer_id AND v.visit_ts::DATE >= e.day_30
    ) AS came_back
    FROM eligible_customers e
)
SELECT
    COUNT(*) AS eligible,
    COUNT(*) FILTER (WHERE came_back) AS retained,
    COUNT(*) FILTER (WHERE came_back) / NULLIF(COUNT(*), 0) AS retention
FROM outcomes
