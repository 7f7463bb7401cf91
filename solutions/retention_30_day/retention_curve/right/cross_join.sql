-- Style: every customer times every day, EXISTS per pair, one GROUP BY; generate_series and the day as an INTEGER.
SELECT
    g.day,
    COUNT(*) FILTER (WHERE c.d + g.day <= p.as_of) AS eligible,
    COUNT(*) FILTER (WHERE c.came AND c.d + g.day <= p.as_of) AS retained,
    AVG(c.came::INT) FILTER (WHERE c.d + g.day <= p.as_of) AS retention
FROM (SELECT UNNEST(generate_series(0, 30))::INTEGER AS day) g
CROSS JOIN params p
LEFT JOIN LATERAL (
    SELECT signup_ts::DATE AS d, EXISTS (
        SELECT 1 FROM visits v
        WHERE v.customer_id = customers.customer_id AND v.visit_ts::DATE = signup_ts::DATE + g.day
    ) AS came
    FROM customers
) c ON TRUE
GROUP BY g.day, p.as_of
ORDER BY g.day
