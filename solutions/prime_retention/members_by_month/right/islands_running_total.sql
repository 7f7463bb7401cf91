-- No join at all: covered months as numbers, merged per customer (gaps and islands),
-- then +1 where an island begins, -1 after it ends, and a running total over the calendar.
WITH spans AS (
    SELECT
        customer_id,
        year(start_date) * 12 + month(start_date) AS first_m,
        coalesce(year(end_date - INTERVAL 1 DAY) * 12 + month(end_date - INTERVAL 1 DAY), 99999) AS last_m
    FROM prime_memberships
    WHERE customer_id IS NOT NULL AND start_date IS NOT NULL
      AND NOT coalesce(end_date <= start_date, FALSE)
),
marked AS (
    SELECT *, max(last_m) OVER (
        PARTITION BY customer_id ORDER BY first_m, last_m
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS reached
    FROM spans
),
numbered AS (
    SELECT *, sum(CASE WHEN first_m <= reached + 1 THEN 0 ELSE 1 END) OVER (
        PARTITION BY customer_id ORDER BY first_m, last_m
        ROWS UNBOUNDED PRECEDING
    ) AS island
    FROM marked
),
islands AS (
    SELECT customer_id, min(first_m) AS first_m, max(last_m) AS last_m
    FROM numbered
    GROUP BY customer_id, island
),
changes AS (
    SELECT first_m AS m, 1 AS change FROM islands
    UNION ALL
    SELECT last_m + 1, -1 FROM islands
    UNION ALL
    SELECT n, 0
    FROM params, range(
        (SELECT min(first_m) FROM spans)::BIGINT,
        (year(as_of + INTERVAL 1 DAY) * 12 + month(as_of + INTERVAL 1 DAY))::BIGINT
    ) AS r(n)
),
totals AS (
    SELECT m, sum(sum(change)) OVER (ORDER BY m) AS members, bool_or(change = 0) AS in_calendar
    FROM changes
    GROUP BY m
)
SELECT make_date((m - 1) // 12, (m - 1) % 12 + 1, 1) AS month, members
FROM totals
WHERE in_calendar
ORDER BY m
