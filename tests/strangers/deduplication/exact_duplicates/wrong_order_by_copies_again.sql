-- Slip: ordered by copies descending first (biggest problem on top) instead of by first_record_id.
SELECT email, full_name, phone, city, updated_at,
       COUNT(*) AS copies,
       MIN(record_id) AS first_record_id
FROM customer_records
GROUP BY ALL
HAVING COUNT(*) >= 2
ORDER BY copies DESC, first_record_id
