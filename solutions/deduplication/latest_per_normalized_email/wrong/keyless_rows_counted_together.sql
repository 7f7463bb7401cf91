-- Each row without a key shows the number of all such rows as its copies: a window over a NULL key
-- puts the unknown into one partition. Nothing is known to be its copy, so copies is 1.
-- rule: keyless
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    record_id,
    email,
    count(*) OVER (PARTITION BY email_key) AS copies
FROM keyed
QUALIFY
    email_key IS NULL
    OR row_number() OVER (
        PARTITION BY email_key
        ORDER BY updated_at DESC NULLS LAST, record_id DESC
    ) = 1
ORDER BY record_id
