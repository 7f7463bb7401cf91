-- Dots were removed, so 'ann.lee@x.com' and 'annlee@x.com', two people with most providers, became
-- one. Only some providers ignore dots; it is not in the rule: dots stay.
-- rule: key
WITH keyed AS (
    SELECT *, nullif(
        regexp_replace(replace(split_part(lower(trim(email)), '@', 1), '.', ''), '\+.*$', CASE WHEN contains(email, '@') THEN '' ELSE '\0' END)
        || CASE WHEN contains(email, '@') THEN '@' || split_part(lower(trim(email)), '@', 2) ELSE '' END,
        '') AS email_key
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
