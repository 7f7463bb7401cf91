SELECT
    email,
    full_name,
    phone,
    city,
    updated_at,
    count(*) AS copies,
    min(record_id) AS first_record_id
FROM customer_records
-- record_id is not part of the key. GROUP BY, unlike =, puts NULL with NULL.
GROUP BY email, full_name, phone, city, updated_at
HAVING count(*) >= 2
ORDER BY first_record_id
