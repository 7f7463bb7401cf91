-- recursive calendar, month arithmetic on integers
WITH RECURSIVE ok AS (
    SELECT customer_id AS c,
           year(start_date) * 12 + month(start_date) - 1 AS a,
           -- last covered day is the day before end_date
           CASE WHEN end_date IS NULL THEN 99999
                ELSE year(end_date - 1) * 12 + month(end_date - 1) - 1 END AS b
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL AND start_date < coalesce(end_date, '2500-01-01'::DATE)
),
stop AS (SELECT year(as_of + 1) * 12 + month(as_of + 1) - 2 AS m FROM params),
cal(m) AS (
    SELECT min(a) FROM ok HAVING min(a) <= (SELECT m FROM stop)
    UNION ALL
    SELECT m + 1 FROM cal WHERE m + 1 <= (SELECT m FROM stop)
)
SELECT make_date(m // 12, m % 12 + 1, 1) AS month,
       (SELECT count(*) FROM (SELECT c FROM ok WHERE cal.m BETWEEN a AND b GROUP BY c)) AS members
FROM cal
ORDER BY m
