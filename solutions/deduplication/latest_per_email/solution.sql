SELECT record_id, email, full_name, phone, city, updated_at
FROM customer_records
QUALIFY
    email IS NULL  -- unknown is not the same as unknown: these rows have no rivals
    OR row_number() OVER (
        PARTITION BY email
        -- record_id settles what the time cannot, so exactly one row is first
        ORDER BY updated_at DESC NULLS LAST, record_id DESC
    ) = 1
ORDER BY record_id
