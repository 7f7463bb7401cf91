-- Style: arg_max, which passes over NULL values, by a struct of time and id.
WITH keyed AS (
    SELECT
        *,
        {'seen': coalesce(updated_at, TIMESTAMP '1900-01-01'), 'id': record_id} AS recency,
        regexp_replace(lower(trim(email)), '\+[^@]*@', '@') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    arg_max(full_name, recency) AS full_name,
    arg_max(phone, recency) AS phone,
    arg_max(city, recency) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key <> ''
GROUP BY email_key
ORDER BY email_key
