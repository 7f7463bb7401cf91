-- Slip: retained is "has an earlier member month" (LAG over the customer's existing months is not checked to be the month directly before), so returning members count as retained.
WITH valid AS (
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND (end_date IS NULL OR end_date > start_date)
),
cal AS (
    SELECT unnest(generate_series(
        (SELECT date_trunc('month', MIN(start_date))::TIMESTAMP FROM valid),
        (SELECT date_trunc('month', as_of + 1)::TIMESTAMP - INTERVAL 1 MONTH FROM params),
        INTERVAL 1 MONTH))::DATE AS month
),
mm AS (
    SELECT DISTINCT month, customer_id
    FROM cal JOIN valid ON start_date <= last_day(month) AND (end_date IS NULL OR end_date > month)
),
l AS (
    SELECT month, customer_id,
           LAG(month) OVER (PARTITION BY customer_id ORDER BY month) AS p,
           LEAD(month) OVER (PARTITION BY customer_id ORDER BY month) AS nx
    FROM mm
),
g AS (
    SELECT cal.month, COUNT(l.customer_id) AS members,
           COUNT(*) FILTER (WHERE l.customer_id IS NOT NULL AND l.p IS NULL) AS n,
           COUNT(l.p) AS r
    FROM cal LEFT JOIN l ON l.month = cal.month
    GROUP BY cal.month
),
x AS (
    SELECT (month + INTERVAL 1 MONTH)::DATE AS month, COUNT(*) AS gone
    FROM l WHERE nx IS NULL OR nx <> month + INTERVAL 1 MONTH
    GROUP BY 1
)
SELECT g.month, g.members, g.n AS "new", g.r AS retained, 0 AS resurrected,
       COALESCE(x.gone, 0) AS churned,
       COALESCE(x.gone, 0) / NULLIF(LAG(g.members) OVER (ORDER BY g.month), 0) AS churn_rate
FROM g LEFT JOIN x ON x.month = g.month
ORDER BY g.month
