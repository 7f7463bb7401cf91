-- Copies in which any field is NULL are never found: the join compares with =, and NULL = NULL is
-- not true. GROUP BY does put NULL with NULL; in a join, write IS NOT DISTINCT FROM.
-- same as: groupby_drops_missing
-- rule: same
SELECT
    one.email,
    one.full_name,
    one.phone,
    one.city,
    one.updated_at,
    count(*) AS copies,
    one.record_id AS first_record_id
FROM customer_records AS one
JOIN customer_records AS other
    ON one.email = other.email
    AND one.full_name = other.full_name
    AND one.phone = other.phone
    AND one.city = other.city
    AND one.updated_at = other.updated_at
GROUP BY ALL
HAVING count(*) >= 2 AND min(other.record_id) = one.record_id
ORDER BY first_record_id
