-- Slip: an empty string is treated as missing when a field is chosen, so an older value replaces a newer ''.
WITH k AS (
    SELECT *, NULLIF(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT email_key,
       first(NULLIF(full_name, '') ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE NULLIF(full_name, '') IS NOT NULL) AS full_name,
       first(NULLIF(phone, '') ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE NULLIF(phone, '') IS NOT NULL) AS phone,
       first(NULLIF(city, '') ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE NULLIF(city, '') IS NOT NULL) AS city,
       MAX(updated_at) AS last_updated,
       COUNT(*) AS copies
FROM k
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
