-- Slip: everything from the first '+' is cut whenever there is an '@', also when the '+' stands after the '@' (the domain is then appended again).
WITH t AS (SELECT *, lower(trim(email)) AS e FROM customer_records),
k AS (
    SELECT *,
           CASE WHEN contains(e, '@') AND contains(e, '+')
                THEN split_part(e, '+', 1) || '@' || split_part(e, '@', 2)
                ELSE NULLIF(e, '') END AS email_key
    FROM t
)
SELECT email_key, record_id, email,
       CASE WHEN email_key IS NULL THEN 1 ELSE COUNT(*) OVER (PARTITION BY email_key) END AS copies
FROM k
QUALIFY email_key IS NULL
     OR ROW_NUMBER() OVER (PARTITION BY email_key ORDER BY updated_at DESC NULLS LAST, record_id DESC) = 1
ORDER BY record_id
