-- Emails were normalised (trimmed, lower case, without a tag), so different spellings became one.
-- In this answer the key is the email exactly as it is stored; normalising it is the next one.
-- rule: survivor
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT record_id, email, full_name, phone, city, updated_at
FROM keyed
QUALIFY
    email_key IS NULL
    OR row_number() OVER (
        PARTITION BY email_key
        ORDER BY updated_at DESC NULLS LAST, record_id DESC
    ) = 1
ORDER BY record_id
