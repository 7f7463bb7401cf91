-- The value of a row without updated_at beats those of dated rows (NULLS FIRST, or in pandas
-- last() after a sort that puts missing times at the end). An undated row counts as the oldest:
-- NULLS LAST.
-- rule: newest
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    first(full_name ORDER BY updated_at DESC NULLS FIRST, record_id DESC) FILTER (WHERE full_name IS NOT NULL) AS full_name,
    first(phone ORDER BY updated_at DESC NULLS FIRST, record_id DESC) FILTER (WHERE phone IS NOT NULL) AS phone,
    first(city ORDER BY updated_at DESC NULLS FIRST, record_id DESC) FILTER (WHERE city IS NOT NULL) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
