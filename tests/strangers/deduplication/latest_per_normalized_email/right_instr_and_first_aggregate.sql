WITH t AS (
    SELECT record_id, email, updated_at, lower(trim(email, ' ')) AS e FROM customer_records
),
k AS (
    SELECT record_id, email, updated_at,
           CASE WHEN e = '' THEN NULL
                WHEN instr(e, '@') > 0 AND instr(e, '+') BETWEEN 1 AND instr(e, '@') - 1
                THEN substr(e, 1, instr(e, '+') - 1) || substr(e, instr(e, '@'))
                ELSE e END AS email_key
    FROM t
)
SELECT email_key,
       first(record_id ORDER BY updated_at DESC NULLS LAST, record_id DESC) AS record_id,
       first(email ORDER BY updated_at DESC NULLS LAST, record_id DESC) AS email,
       COUNT(*) AS copies
FROM k
WHERE email_key IS NOT NULL
GROUP BY email_key
UNION ALL
SELECT NULL, record_id, email, 1
FROM k
WHERE email_key IS NULL
ORDER BY record_id
