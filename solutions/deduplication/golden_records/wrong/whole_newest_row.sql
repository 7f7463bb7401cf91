-- The newest row was taken as it is, and its NULLs erase what older records know. Look at each
-- field on its own: the newest value that is not NULL.
-- rule: fields
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    first(full_name ORDER BY updated_at DESC NULLS LAST, record_id DESC) AS full_name,
    first(phone ORDER BY updated_at DESC NULLS LAST, record_id DESC) AS phone,
    first(city ORDER BY updated_at DESC NULLS LAST, record_id DESC) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
