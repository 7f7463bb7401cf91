-- Slip: fields are picked with arg_max over updated_at, which ignores rows without a date, so a value known only from an undated row is lost.
WITH k AS (
    SELECT *, NULLIF(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT email_key,
       arg_max(full_name, (updated_at, record_id)) FILTER (WHERE full_name IS NOT NULL AND updated_at IS NOT NULL) AS full_name,
       arg_max(phone, (updated_at, record_id)) FILTER (WHERE phone IS NOT NULL AND updated_at IS NOT NULL) AS phone,
       arg_max(city, (updated_at, record_id)) FILTER (WHERE city IS NOT NULL AND updated_at IS NOT NULL) AS city,
       MAX(updated_at) AS last_updated,
       COUNT(*) AS copies
FROM k
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
