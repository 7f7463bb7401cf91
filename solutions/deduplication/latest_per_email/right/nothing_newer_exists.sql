-- Style: an anti-join. A row stays when no row with its email is newer; with NULL, = finds no rival.
SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records AS mine
WHERE NOT EXISTS (
    FROM customer_records AS rival
    WHERE rival.email = mine.email
        AND (
            rival.updated_at > mine.updated_at
            OR (rival.updated_at IS NOT NULL AND mine.updated_at IS NULL)
            OR (rival.updated_at IS NOT DISTINCT FROM mine.updated_at AND rival.record_id > mine.record_id)
        )
)
ORDER BY record_id
