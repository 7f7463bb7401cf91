-- All rows without a key were taken for one customer, and only the newest of them is left: you
-- merged strangers who share only a missing address. Keep each of them: email_key IS NULL OR
-- row_number = 1.
-- rule: keyless
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
    row_number() OVER (
        PARTITION BY email_key
        ORDER BY updated_at DESC NULLS LAST, record_id DESC
    ) = 1
ORDER BY record_id
