WITH good AS (SELECT order_id FROM deliveries GROUP BY order_id HAVING bool_or(status = 'delivered') AND NOT bool_or(status = 'returned')),
     span AS (SELECT unnest(generate_series(as_of - 29, as_of, INTERVAL 1 DAY))::DATE AS day FROM params),
     ids AS (SELECT order_id FROM good INTERSECT SELECT order_id FROM orders WHERE order_ts::DATE IN (FROM span))
SELECT order_id, order_ts::DATE AS order_date FROM orders NATURAL JOIN ids ORDER BY 1
