-- Pairs with a product that the clustering does not know are in your total. It says nothing about them:
-- only pairs count whose products are both in it.
-- rule: unassigned
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
        n.clustering,
        SUM(v.sessions * COALESCE(a.cluster_id <> b.cluster_id, FALSE)::INT) / NULLIF(SUM(v.sessions), 0) AS leakage
    FROM (SELECT DISTINCT clustering FROM clusters) AS n
    CROSS JOIN coviews AS v
    LEFT JOIN clusters AS a ON a.product_id = v.product_a AND a.clustering = n.clustering
    LEFT JOIN clusters AS b ON b.product_id = v.product_b AND b.clustering = n.clustering
    WHERE v.product_a <> v.product_b
    GROUP BY n.clustering
)

SELECT s.clustering, s.clusters, l.leakage, s.largest_share
FROM shape AS s
LEFT JOIN leaks AS l ON l.clustering = s.clustering
