-- The rows are grouped by email as it is stored, so each spelling of an address becomes a
-- customer. Group by the email_key.
-- rule: key
SELECT
    email AS email_key,
    first(full_name ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE full_name IS NOT NULL) AS full_name,
    first(phone ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE phone IS NOT NULL) AS phone,
    first(city ORDER BY updated_at DESC NULLS LAST, record_id DESC)
        FILTER (WHERE city IS NOT NULL) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM customer_records
WHERE email <> ''
GROUP BY email
ORDER BY email_key
