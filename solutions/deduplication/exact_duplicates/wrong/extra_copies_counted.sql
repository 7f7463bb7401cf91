-- copies says how many rows are too many, one less than there are. Count all rows of the group: a
-- record that is stored twice has 2.
-- rule: copies
SELECT
    email,
    full_name,
    phone,
    city,
    updated_at,
    count(*) - 1 AS copies,
    min(record_id) AS first_record_id
FROM customer_records
GROUP BY email, full_name, phone, city, updated_at
HAVING count(*) >= 2
ORDER BY first_record_id
