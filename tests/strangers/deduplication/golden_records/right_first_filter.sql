WITH k AS (
    SELECT *,
           NULLIF(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT email_key,
       first(full_name ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE full_name IS NOT NULL) AS full_name,
       first(phone ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE phone IS NOT NULL) AS phone,
       first(city ORDER BY updated_at DESC NULLS LAST, record_id DESC) FILTER (WHERE city IS NOT NULL) AS city,
       MAX(updated_at) AS last_updated,
       COUNT(*) AS copies
FROM k
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
