-- FROM-first, lateral range, a correlated subquery over a macro-free grouping; columns swapped, HUGEINT members
FROM (
    FROM prime_memberships
    SELECT date_trunc('month', min(start_date)) AS lo
    WHERE customer_id IS NOT NULL AND coalesce(end_date > start_date, start_date IS NOT NULL)
) AS first_month, params, LATERAL (SELECT unnest(range(0, 1300)) AS i) AS steps
SELECT
    (SELECT coalesce(sum(one), 0)
     FROM (SELECT DISTINCT customer_id, 1 AS one
           FROM prime_memberships p
           WHERE p.customer_id IS NOT NULL
             AND p.start_date < (lo + to_months(i::INT + 1))
             AND coalesce(p.end_date, DATE '2199-01-01') > greatest(p.start_date, (lo + to_months(i::INT)))
          ) AS who) AS MEMBERS,
    (lo + to_months(i::INT))::DATE AS "Month"
WHERE lo + to_months(i::INT + 1) - INTERVAL 1 DAY <= as_of
ORDER BY 2
