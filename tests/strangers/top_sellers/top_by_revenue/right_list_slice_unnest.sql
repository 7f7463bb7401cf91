WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')),
 s AS (SELECT p.category, p.product_id, p.product_name, coalesce(sum(i.quantity), 0)::BIGINT AS units, coalesce(sum(i.quantity * i.unit_price_cents), 0)::BIGINT AS cents
       FROM products p LEFT JOIN (order_items i JOIN q ON q.order_id = i.order_id) ON i.product_id = p.product_id GROUP BY ALL),
 l AS (SELECT category, list({'id': product_id, 'name': product_name, 'u': units, 'c': cents} ORDER BY cents DESC, units DESC, product_id)[1:3] AS top FROM s GROUP BY category),
 x AS (SELECT category, generate_subscripts(top, 1) AS position, unnest(top) AS t FROM l)
SELECT category, position, t.id AS product_id, t.name AS product_name, t.u AS units, t.c::DECIMAL(30, 2) AS revenue_cents FROM x ORDER BY category, position
