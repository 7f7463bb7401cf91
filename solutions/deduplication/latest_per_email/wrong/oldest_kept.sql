-- The oldest row of each email is kept, because ORDER BY sorts upwards unless told otherwise. The
-- newest wins: ORDER BY updated_at DESC NULLS LAST, record_id DESC.
-- rule: newest
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    email IS NULL
    OR row_number() OVER (PARTITION BY email ORDER BY updated_at, record_id) = 1
ORDER BY record_id
