WITH t AS (
    SELECT record_id, full_name, phone, city, updated_at, lower(trim(email)) AS e FROM customer_records
),
k AS (
    SELECT *,
           CASE WHEN strpos(e, '@') > strpos(e, '+') AND strpos(e, '+') > 0
                THEN left(e, strpos(e, '+') - 1) || e[strpos(e, '@'):]
                ELSE e END AS email_key
    FROM t
    WHERE e <> ''
),
f AS (
    SELECT email_key,
           FIRST_VALUE(full_name IGNORE NULLS) OVER w AS full_name,
           FIRST_VALUE(phone IGNORE NULLS) OVER w AS phone,
           FIRST_VALUE(city IGNORE NULLS) OVER w AS city,
           MAX(updated_at) OVER (PARTITION BY email_key) AS last_updated,
           COUNT(*) OVER (PARTITION BY email_key) AS copies
    FROM k
    WINDOW w AS (PARTITION BY email_key ORDER BY updated_at DESC NULLS LAST, record_id DESC
                 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT DISTINCT email_key, full_name, phone, city, last_updated, copies
FROM f
ORDER BY email_key
