-- max() was taken of each field: that is the last value in the alphabet, not the newest one, and
-- it builds a person who never existed. Order by time: first(phone ORDER BY ...) FILTER (WHERE
-- phone IS NOT NULL).
-- rule: fields
WITH keyed AS (
    SELECT *, nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
)
SELECT
    email_key,
    max(full_name) AS full_name,
    max(phone) AS phone,
    max(city) AS city,
    max(updated_at) AS last_updated,
    count(*) AS copies
FROM keyed
WHERE email_key IS NOT NULL
GROUP BY email_key
ORDER BY email_key
