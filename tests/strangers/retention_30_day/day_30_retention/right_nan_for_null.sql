-- 0/0 of DOUBLE is NaN: it means missing. A CTE has the name of a table.
WITH customers AS (SELECT customer_id, signup_ts::DATE AS d FROM customers, params
                   WHERE signup_ts < as_of - 29),
     back AS (SELECT customer_id FROM customers
              INTERSECT
              SELECT v.customer_id FROM visits v SEMI JOIN customers c
                ON v.customer_id = c.customer_id AND v.visit_ts >= c.d + 30 AND v.visit_ts < c.d + 31),
     n AS (SELECT (SELECT count(*) FROM customers)::DOUBLE AS e, (SELECT count(*) FROM back)::DECIMAL(18, 3) AS r)
SELECT e AS eligible, r AS retained, r / e AS retention FROM n
