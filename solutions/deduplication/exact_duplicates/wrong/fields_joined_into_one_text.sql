-- The five columns are glued together with concat_ws and compared as one text. concat_ws skips
-- NULL, so a phone without a city reads like a city without a phone (and a '|' inside a value does
-- the same). Group by the columns themselves.
-- rule: same
WITH glued AS (
    SELECT *, concat_ws('|', email, full_name, phone, city, updated_at) AS everything
    FROM customer_records
)
SELECT
    first(email ORDER BY record_id) AS email,
    first(full_name ORDER BY record_id) AS full_name,
    first(phone ORDER BY record_id) AS phone,
    first(city ORDER BY record_id) AS city,
    first(updated_at ORDER BY record_id) AS updated_at,
    count(*) AS copies,
    min(record_id) AS first_record_id
FROM glued
GROUP BY everything
HAVING count(*) >= 2
ORDER BY first_record_id
