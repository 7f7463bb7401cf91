-- Slip: the newest row is taken as the last one of an ascending order with NULLS LAST, so an undated row wins over dated ones.
WITH ranked AS (
    SELECT *,
           COUNT(*) OVER (PARTITION BY email) AS n,
           ROW_NUMBER() OVER (PARTITION BY email ORDER BY updated_at ASC NULLS LAST, record_id ASC) AS rn
    FROM customer_records
)
SELECT record_id, email, full_name, phone, city, updated_at
FROM ranked
WHERE email IS NULL OR rn = n
ORDER BY record_id
