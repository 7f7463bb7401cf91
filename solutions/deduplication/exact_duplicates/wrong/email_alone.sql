-- Rows are taken for duplicates because they share an email, even where name, phone, city or time
-- differ. Exact duplicates agree in all five columns: make each of them part of the key.
-- rule: same
SELECT
    email,
    full_name,
    phone,
    city,
    updated_at,
    count(*) OVER (PARTITION BY email) AS copies,
    record_id AS first_record_id
FROM customer_records
QUALIFY copies >= 2 AND record_id = min(record_id) OVER (PARTITION BY email)
ORDER BY first_record_id
