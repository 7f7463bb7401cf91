-- You count pairs of products, a pair seen together once like one seen together a thousand times. Weight
-- pairs by sessions: that is how many buyers compare the two.
-- rule: leakage
WITH sizes AS (
    SELECT clustering, cluster_id, COUNT(*) AS products
    FROM clusters
    GROUP BY clustering, cluster_id
),

shape AS (
    SELECT clustering, COUNT(*) AS clusters, MAX(products) / SUM(products) AS largest_share
    FROM sizes
    GROUP BY clustering
),

leaks AS (
    SELECT
        a.clustering,
        AVG(CASE WHEN v.sessions > 0 THEN (a.cluster_id <> b.cluster_id)::INT END) AS leakage
    FROM coviews AS v
    JOIN clusters AS a ON a.product_id = v.product_a
    JOIN clusters AS b ON b.product_id = v.product_b AND b.clustering = a.clustering
    WHERE v.product_a <> v.product_b
    GROUP BY a.clustering
)

SELECT s.clustering, s.clusters, l.leakage, s.largest_share
FROM shape AS s
LEFT JOIN leaks AS l ON l.clustering = s.clustering
