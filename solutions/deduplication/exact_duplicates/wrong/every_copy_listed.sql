-- Each row of a group is listed, so a record stored three times shows up three times. The report
-- has one row per group: the one with the smallest record_id stands for all.
-- rule: groups
SELECT
    email,
    full_name,
    phone,
    city,
    updated_at,
    count(*) OVER (PARTITION BY email, full_name, phone, city, updated_at) AS copies,
    record_id AS first_record_id
FROM customer_records
QUALIFY copies >= 2
ORDER BY first_record_id
