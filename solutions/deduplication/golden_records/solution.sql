WITH keyed AS (
    SELECT
        *,
        nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    -- each field for itself: FILTER skips the rows that do not know it, ORDER BY takes the newest
    first(full_name ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE full_name IS NOT NULL) AS full_name,
    first(phone ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE phone IS NOT NULL) AS phone,
    first(city ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE city IS NOT NULL) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key IS NOT NULL  -- or all the unknown would become one person
GROUP BY email_key
ORDER BY email_key
