-- months as plain numbers 12 * year + month; a member is retained when his next member month is the following number
WITH valid AS (
    SELECT customer_id,
           year(start_date) * 12 + month(start_date) AS a,
           year(end_date - 1) * 12 + month(end_date - 1) AS b
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND (end_date IS NULL OR start_date < end_date)
),
lim AS (
    SELECT year(as_of + 1) * 12 + month(as_of + 1) - 1 AS last_m, (SELECT MIN(a) FROM valid) AS first_m
    FROM params
),
mm AS (
    SELECT DISTINCT customer_id, unnest(generate_series(a, LEAST(COALESCE(b, last_m), last_m))) AS m
    FROM valid, lim
),
nx AS (
    SELECT m, LEAD(m) OVER (PARTITION BY customer_id ORDER BY m) = m + 1 AS stays FROM mm
),
stat AS (
    SELECT m, COUNT(*) AS n, COUNT(*) FILTER (WHERE stays) AS kept FROM nx GROUP BY m
),
cal AS (
    SELECT unnest(generate_series(first_m + 1, last_m)) AS m FROM lim
)
SELECT make_date(((cal.m - 1) // 12)::INT, ((cal.m - 1) % 12 + 1)::INT, 1) AS month,
       COALESCE(stat.n, 0) AS members_prev,
       COALESCE(stat.kept, 0) AS retained,
       CASE WHEN stat.n > 0 THEN stat.kept / stat.n END AS retention
FROM cal LEFT JOIN stat ON stat.m = cal.m - 1
ORDER BY 1
