-- Style: a self-join with IS NOT DISTINCT FROM; the row without a twin of smaller id leads its group.
SELECT
    leader.email,
    leader.full_name,
    leader.phone,
    leader.city,
    leader.updated_at,
    1 + count(*) AS copies,
    leader.record_id AS first_record_id
FROM customer_records AS leader
JOIN customer_records AS twin
    ON twin.record_id <> leader.record_id
    AND twin.email IS NOT DISTINCT FROM leader.email
    AND twin.full_name IS NOT DISTINCT FROM leader.full_name
    AND twin.phone IS NOT DISTINCT FROM leader.phone
    AND twin.city IS NOT DISTINCT FROM leader.city
    AND twin.updated_at IS NOT DISTINCT FROM leader.updated_at
GROUP BY ALL
HAVING min(twin.record_id) > leader.record_id
ORDER BY first_record_id
