SELECT email, full_name, phone, city, updated_at,
       COUNT(*) AS copies,
       MIN(record_id) AS first_record_id
FROM customer_records
GROUP BY email, full_name, phone, city, updated_at
HAVING COUNT(*) > 1
ORDER BY first_record_id
