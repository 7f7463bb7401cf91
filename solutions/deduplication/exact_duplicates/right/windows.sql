-- Style: windows instead of GROUP BY; the first row of each group carries its size.
SELECT
    email, full_name, phone, city, updated_at,
    count(*) OVER content AS copies,
    record_id AS first_record_id
FROM customer_records
WINDOW content AS (PARTITION BY email, full_name, phone, city, updated_at)
QUALIFY copies > 1 AND record_id = min(record_id) OVER content
ORDER BY record_id
