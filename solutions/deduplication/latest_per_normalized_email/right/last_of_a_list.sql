-- Style: one group per key (a row without one is its own group), its rows as a sorted list.
WITH keyed AS (
    SELECT
        *,
        lower(trim(email)) AS address,
        nullif(
            CASE
                WHEN contains(address, '@')
                    THEN split_part(split_part(address, '@', 1), '+', 1) || '@' || split_part(address, '@', 2)
                ELSE address
            END,
            ''
        ) AS email_key
    FROM customer_records
),
grouped AS (
    SELECT
        email_key,
        list({'record_id': record_id, 'email': email} ORDER BY updated_at NULLS FIRST, record_id) AS found
    FROM keyed
    GROUP BY email_key, CASE WHEN email_key IS NULL THEN record_id END
)
SELECT email_key, found[-1].record_id AS record_id, found[-1].email AS email, len(found) AS copies
FROM grouped
ORDER BY 2
