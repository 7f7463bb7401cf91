-- Set operations: EXCEPT and INTERSECT of the members of two months, one labelled row per customer and event.
WITH good AS (
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND (end_date IS NULL OR end_date > start_date)
),
calendar AS (
    SELECT m::DATE AS month
    FROM range(
        (SELECT date_trunc('month', min(start_date)) FROM good),
        (SELECT date_trunc('month', as_of + INTERVAL 1 DAY) FROM params),
        INTERVAL 1 MONTH
    ) AS r(m)
),
here AS (
    SELECT DISTINCT month, customer_id
    FROM calendar, good
    WHERE start_date < month + INTERVAL 1 MONTH AND coalesce(end_date > month, TRUE)
),
there AS (
    SELECT (month + INTERVAL 1 MONTH)::DATE AS month, customer_id FROM here
),
ever AS (
    SELECT DISTINCT calendar.month, here.customer_id
    FROM calendar JOIN here ON here.month < calendar.month
),
labelled AS (
    SELECT 'new' AS what, * FROM (FROM here EXCEPT FROM ever)
    UNION ALL
    SELECT 'retained', * FROM (FROM here INTERSECT FROM there)
    UNION ALL
    SELECT 'resurrected', * FROM ((FROM here INTERSECT FROM ever) EXCEPT FROM there)
    UNION ALL
    SELECT 'churned', * FROM (FROM there EXCEPT FROM here)
),
counted AS (
    SELECT
        calendar.month,
        count(*) FILTER (what IN ('new', 'retained', 'resurrected')) AS members,
        count(*) FILTER (what = 'new') AS new,
        count(*) FILTER (what = 'retained') AS retained,
        count(*) FILTER (what = 'resurrected') AS resurrected,
        count(*) FILTER (what = 'churned') AS churned
    FROM calendar LEFT JOIN labelled USING (month)
    GROUP BY calendar.month
)
SELECT *, churned / nullif(retained + churned, 0) AS churn_rate
FROM counted
ORDER BY month
