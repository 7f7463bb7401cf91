-- Style: DISTINCT ON for the known emails, the unknown ones added with UNION ALL; * instead of names.
(
    SELECT DISTINCT ON (email) *
    FROM customer_records
    WHERE email IS NOT NULL
    ORDER BY email, updated_at DESC NULLS LAST, record_id DESC
)
UNION ALL
SELECT *
FROM customer_records
WHERE email IS NULL
ORDER BY record_id
