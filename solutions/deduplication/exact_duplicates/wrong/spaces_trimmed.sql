-- The spaces around the texts are removed, so rows that differ in one of them become duplicates.
-- This first report is about exact text: a space is a character like any other.
-- rule: text
SELECT
    trim(email) AS email,
    trim(full_name) AS full_name,
    trim(phone) AS phone,
    trim(city) AS city,
    updated_at,
    count(*) AS copies,
    min(record_id) AS first_record_id
FROM customer_records
GROUP BY trim(email), trim(full_name), trim(phone), trim(city), updated_at
HAVING count(*) >= 2
ORDER BY first_record_id
