-- The email is turned into lower case, so rows that differ in a capital become duplicates. This
-- first report is about exact text: group by email as it is stored.
-- rule: text
SELECT
    lower(email) AS email,
    full_name,
    phone,
    city,
    updated_at,
    count(*) AS copies,
    min(record_id) AS first_record_id
FROM customer_records
GROUP BY lower(email), full_name, phone, city, updated_at
HAVING count(*) >= 2
ORDER BY first_record_id
