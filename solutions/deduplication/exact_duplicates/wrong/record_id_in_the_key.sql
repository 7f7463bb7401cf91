-- record_id is part of the group, and it never repeats, so no group ever has a second row. Group
-- by the five other columns, and use record_id only inside min().
-- rule: same
SELECT email, full_name, phone, city, updated_at, count(*) AS copies, record_id AS first_record_id
FROM customer_records
GROUP BY record_id, email, full_name, phone, city, updated_at
HAVING count(*) >= 2
ORDER BY first_record_id
