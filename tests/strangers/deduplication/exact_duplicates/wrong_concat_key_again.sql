-- Slip: the five columns are glued into one text key with COALESCE(..., ''), so a NULL and an empty string count as the same value.
WITH k AS (
    SELECT *,
           CONCAT(COALESCE(email, ''), '|', COALESCE(full_name, ''), '|', COALESCE(phone, ''), '|',
                  COALESCE(city, ''), '|', COALESCE(updated_at::VARCHAR, '')) AS row_key
    FROM customer_records
),
g AS (
    SELECT row_key, COUNT(*) AS copies, MIN(record_id) AS first_record_id
    FROM k GROUP BY row_key HAVING COUNT(*) >= 2
)
SELECT r.email, r.full_name, r.phone, r.city, r.updated_at, g.copies, g.first_record_id
FROM g JOIN customer_records r ON r.record_id = g.first_record_id
ORDER BY g.first_record_id
