SELECT email, full_name, phone, city, updated_at,
       COUNT(*) OVER g AS copies,
       record_id AS first_record_id
FROM customer_records
WINDOW g AS (PARTITION BY email, full_name, phone, city, updated_at)
QUALIFY COUNT(*) OVER g >= 2 AND record_id = MIN(record_id) OVER g
ORDER BY record_id
