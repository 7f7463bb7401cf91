-- Rows without an email have disappeared. Nothing shows that they are copies of anything, so all
-- of them are kept: email IS NULL OR row_number = 1.
-- rule: unknown
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
WHERE email IS NOT NULL
QUALIFY
    row_number() OVER (PARTITION BY email ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
