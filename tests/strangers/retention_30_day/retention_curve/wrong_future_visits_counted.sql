-- Slip: the numerator lacks the as_of cut, so visits dated after as_of count although their customers are not in that day's denominator.
WITH c AS (
    SELECT customer_id, signup_ts::DATE AS d FROM customers WHERE signup_ts IS NOT NULL
),
hits AS (
    SELECT v.visit_ts::DATE - c.d AS day, COUNT(DISTINCT c.customer_id) AS retained
    FROM c JOIN visits v USING (customer_id)
    WHERE v.visit_ts IS NOT NULL
    GROUP BY 1
),
den AS (
    SELECT r.day, COUNT(c.customer_id) AS eligible
    FROM range(0, 31) AS r(day)
    CROSS JOIN params p
    LEFT JOIN c ON c.d + r.day::INT <= p.as_of
    GROUP BY r.day
)
SELECT den.day, den.eligible, COALESCE(hits.retained, 0) AS retained,
       COALESCE(hits.retained, 0) / NULLIF(den.eligible, 0) AS retention
FROM den LEFT JOIN hits ON hits.day = den.day
ORDER BY den.day
