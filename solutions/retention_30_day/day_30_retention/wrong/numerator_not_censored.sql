-- The denominator asks whether day 30 is over by as_of, the numerator does not: a visit dated after as_of
-- makes a customer retained who is not even eligible. Count both above and below the line from the same eligible customers.
-- rule: eligible
WITH signups AS (
    SELECT customer_id, signup_ts::DATE + 30 AS day_30
    FROM customers
),
below AS (
    SELECT COUNT(*) AS eligible
    FROM signups, params
    WHERE day_30 <= as_of
),
above AS (
    SELECT COUNT(DISTINCT customer_id) AS retained
    FROM signups
    JOIN visits USING (customer_id)
    WHERE visit_ts::DATE = day_30
)
SELECT eligible, retained, retained / NULLIF(eligible, 0) AS retention
FROM below, above
