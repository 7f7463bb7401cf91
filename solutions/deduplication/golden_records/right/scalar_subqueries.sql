-- Style: one correlated subquery per field: ORDER BY ... LIMIT 1.
WITH keyed AS (
    SELECT
        *,
        nullif(regexp_replace(lower(trim(email)), '\+[^@]*@', '@'), '') AS email_key
    FROM customer_records
),
people AS (
    SELECT email_key, max(updated_at) AS last_updated, count(*) AS copies
    FROM keyed
    WHERE email_key IS NOT NULL
    GROUP BY email_key
)
SELECT
    p.email_key,
    (
        SELECT k.full_name FROM keyed AS k
        WHERE k.email_key = p.email_key AND k.full_name IS NOT NULL
        ORDER BY k.updated_at DESC NULLS LAST, k.record_id DESC LIMIT 1
    ) AS full_name,
    (
        SELECT k.phone FROM keyed AS k
        WHERE k.email_key = p.email_key AND k.phone IS NOT NULL
        ORDER BY k.updated_at DESC NULLS LAST, k.record_id DESC LIMIT 1
    ) AS phone,
    (
        SELECT k.city FROM keyed AS k
        WHERE k.email_key = p.email_key AND k.city IS NOT NULL
        ORDER BY k.updated_at DESC NULLS LAST, k.record_id DESC LIMIT 1
    ) AS city,
    p.last_updated,
    p.copies
FROM people AS p
ORDER BY p.email_key
