WITH spine AS (SELECT unnest(generate_series(0, 30))::BIGINT AS day),
c AS (
    SELECT customer_id, signup_ts::DATE AS d FROM customers WHERE signup_ts IS NOT NULL
),
a AS (
    SELECT DISTINCT customer_id, visit_ts::DATE AS on_date
    FROM visits
    WHERE customer_id IS NOT NULL AND visit_ts IS NOT NULL
)
SELECT spine.day,
       COUNT(c.customer_id) AS eligible,
       COUNT(a.customer_id) AS retained,
       COUNT(a.customer_id) / NULLIF(COUNT(c.customer_id), 0) AS retention
FROM spine
CROSS JOIN params p
LEFT JOIN c ON date_diff('day', c.d, p.as_of) >= spine.day
LEFT JOIN a ON a.customer_id = c.customer_id AND date_diff('day', c.d, a.on_date) = spine.day
GROUP BY spine.day
ORDER BY spine.day
