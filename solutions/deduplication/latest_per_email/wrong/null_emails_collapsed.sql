-- All rows without an email were taken for one customer, and only the newest of them is left: you
-- merged strangers who share only a missing address. Let them pass by: email IS NULL OR row_number
-- = 1.
-- rule: unknown
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    row_number() OVER (PARTITION BY email ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
