-- The tag is still in the key, so 'ann+shop@x.com' and 'ann@x.com' stay two customers. Cut from
-- the first '+' up to the '@'.
-- rule: plus
WITH keyed AS (
    SELECT *, nullif(lower(trim(email)), '') AS email_key
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
