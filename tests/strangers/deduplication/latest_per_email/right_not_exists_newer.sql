SELECT a.record_id, a.email, a.full_name, a.phone, a.city, a.updated_at
FROM customer_records a
WHERE NOT EXISTS (
    SELECT 1
    FROM customer_records b
    WHERE b.email = a.email
      AND b.record_id <> a.record_id
      AND (
            (b.updated_at IS NOT NULL AND a.updated_at IS NULL)
         OR b.updated_at > a.updated_at
         OR (b.updated_at IS NOT DISTINCT FROM a.updated_at AND b.record_id > a.record_id)
      )
)
ORDER BY a.record_id
