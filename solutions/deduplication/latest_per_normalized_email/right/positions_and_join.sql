-- Style: text positions instead of a regular expression; counts joined in, the winner found by NOT EXISTS.
WITH cleaned AS (
    SELECT *, lower(trim(email)) AS address
    FROM customer_records
),
keyed AS (
    SELECT
        *,
        CASE
            WHEN address = '' THEN NULL
            WHEN strpos(address, '+') BETWEEN 1 AND strpos(address, '@')
                THEN left(address, strpos(address, '+') - 1) || substr(address, strpos(address, '@'))
            ELSE address
        END AS email_key
    FROM cleaned
),
counts AS (
    SELECT email_key, count(*) AS copies
    FROM keyed
    GROUP BY email_key
)
SELECT k.email_key, k.record_id, k.email, coalesce(c.copies, 1) AS copies
FROM keyed AS k
LEFT JOIN counts AS c ON c.email_key = k.email_key
WHERE NOT EXISTS (
    FROM keyed AS rival
    WHERE rival.email_key = k.email_key
        AND (coalesce(rival.updated_at, '-infinity'), rival.record_id)
            > (coalesce(k.updated_at, '-infinity'), k.record_id)
)
ORDER BY k.record_id
