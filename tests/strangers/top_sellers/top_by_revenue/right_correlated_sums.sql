WITH q AS (SELECT o.order_id FROM orders o, params p WHERE o.order_ts::DATE BETWEEN p.as_of - 29 AND p.as_of
        AND EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'delivered')
        AND NOT EXISTS (FROM deliveries d WHERE d.order_id = o.order_id AND d.status = 'returned')),
 s AS MATERIALIZED (SELECT p.*, ifnull((SELECT sum(quantity) FROM order_items i SEMI JOIN q USING (order_id) WHERE i.product_id = p.product_id), 0) AS n,
         ifnull((SELECT sum(quantity * unit_price_cents) FROM order_items i SEMI JOIN q USING (order_id) WHERE i.product_id = p.product_id), 0) AS c FROM products p),
 r AS (SELECT s.*, (SELECT count(*) FROM s b WHERE b.category = s.category AND (b.c > s.c OR (b.c = s.c AND (b.n > s.n OR (b.n = s.n AND b.product_id <= s.product_id))))) AS pos FROM s)
SELECT c AS REVENUE_CENTS, n AS UNITS, product_name AS PRODUCT_NAME, product_id AS PRODUCT_ID, pos AS POSITION, category AS CATEGORY FROM r WHERE pos BETWEEN 1 AND 3 ORDER BY category, pos
