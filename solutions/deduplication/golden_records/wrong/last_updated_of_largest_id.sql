-- last_updated is the time of the row with the largest record_id. It is the latest updated_at of
-- all rows with the key: max.
-- rule: summary
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    first(full_name ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE full_name IS NOT NULL) AS full_name,
    first(phone ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE phone IS NOT NULL) AS phone,
    first(city ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE city IS NOT NULL) AS city,
    last(updated_at ORDER BY record_id) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
