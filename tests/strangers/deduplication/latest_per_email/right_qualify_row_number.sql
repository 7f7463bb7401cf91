SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY email IS NULL
     OR ROW_NUMBER() OVER (PARTITION BY email ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
