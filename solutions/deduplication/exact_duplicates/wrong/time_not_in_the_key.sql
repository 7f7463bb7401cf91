-- Rows that differ only in updated_at are taken for copies. The time is one of the five columns
-- that must agree: group by it too.
-- rule: same
SELECT
    email,
    full_name,
    phone,
    city,
    max(updated_at) AS updated_at,
    count(*) AS copies,
    min(record_id) AS first_record_id
FROM customer_records
GROUP BY email, full_name, phone, city
HAVING count(*) >= 2
ORDER BY first_record_id
