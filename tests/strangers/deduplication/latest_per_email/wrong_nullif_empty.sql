-- Slip: the empty string is treated like a missing email, so all rows with '' are kept instead of the newest one.
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY NULLIF(email, '') IS NULL
     OR ROW_NUMBER() OVER (PARTITION BY email ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
