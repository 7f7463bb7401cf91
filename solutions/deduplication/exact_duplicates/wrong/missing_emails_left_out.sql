-- Rows without an email were left out, but they can be copies too: here all five columns are
-- compared, and NULL agrees with NULL. Remove the filter on email.
-- rule: same
SELECT
    email,
    full_name,
    phone,
    city,
    updated_at,
    count(*) AS copies,
    min(record_id) AS first_record_id
FROM customer_records
WHERE email IS NOT NULL
GROUP BY email, full_name, phone, city, updated_at
HAVING count(*) >= 2
ORDER BY first_record_id
