-- The duplicates were removed by the raw email first, and the key was computed afterwards:
-- spellings of one address stay apart, and a key appears more than once. Compute the key first;
-- then partition by it, and by nothing else.
-- rule: per_key
WITH per_email AS (
    SELECT
        *,
        CASE WHEN email IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY email) END AS copies
    FROM customer_records
    QUALIFY
        email IS NULL
        OR row_number() OVER (
            PARTITION BY email
            ORDER BY updated_at DESC NULLS LAST, record_id DESC
        ) = 1
)
SELECT
    nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key,
    record_id,
    email,
    copies
FROM per_email
ORDER BY record_id
