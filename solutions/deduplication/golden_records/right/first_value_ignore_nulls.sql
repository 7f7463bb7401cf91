-- Style: windows only: first_value(... IGNORE NULLS) over the whole partition, then one row of each.
WITH keyed AS (
    SELECT
        *,
        nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT DISTINCT
    email_key,
    first_value(full_name IGNORE NULLS) OVER newest_first AS full_name,
    first_value(phone IGNORE NULLS) OVER newest_first AS phone,
    first_value(city IGNORE NULLS) OVER newest_first AS city,
    max(updated_at) OVER (PARTITION BY email_key) AS last_updated,
    count(*) OVER (PARTITION BY email_key) AS copies
FROM keyed
WHERE email_key IS NOT NULL
WINDOW newest_first AS (
    PARTITION BY email_key
    ORDER BY updated_at DESC NULLS LAST, record_id DESC
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
)
ORDER BY email_key
