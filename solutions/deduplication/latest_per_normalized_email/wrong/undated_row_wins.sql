-- A row without updated_at beats the dated ones (NULLS FIRST, or in pandas keep="last" after a
-- sort that puts missing times at the end). An undated row counts as the oldest: NULLS LAST.
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
        ORDER BY updated_at DESC NULLS FIRST, record_id DESC
    ) = 1
ORDER BY record_id
