-- Style: one aggregate over whole rows, compared as structs; unknown emails get a group of their own each.
WITH newest AS (
    SELECT max({
        'seen': coalesce(updated_at, TIMESTAMP '1900-01-01'),
        'id': record_id,
        'record': customer_records
    }).record AS record
    FROM customer_records
    GROUP BY email, CASE WHEN email IS NULL THEN record_id END
)
SELECT record.*
FROM newest
ORDER BY record.record_id
