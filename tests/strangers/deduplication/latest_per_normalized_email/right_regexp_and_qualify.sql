WITH k AS (
    SELECT *,
           NULLIF(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT email_key, record_id, email,
       CASE WHEN email_key IS NULL THEN 1 ELSE COUNT(*) OVER (PARTITION BY email_key) END AS copies
FROM k
QUALIFY email_key IS NULL
     OR ROW_NUMBER() OVER (PARTITION BY email_key ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
