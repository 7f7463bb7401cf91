-- The key is put together from what stands before the '@' and after it, also where there is no
-- '@': 'no+at' became 'no@', and a blank '@'. Without an '@', leave the text as it is.
-- rule: plus
WITH cleaned AS (
    SELECT *, lower(trim(email)) AS address
    FROM customer_records
),
keyed AS (
    SELECT
        *,
        split_part(split_part(address, '@', 1), '+', 1) || '@' || split_part(address, '@', 2) AS email_key
    FROM cleaned
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
