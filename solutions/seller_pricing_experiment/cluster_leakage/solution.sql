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

-- The inner joins leave out what a clustering does not know.
leaks AS (
    SELECT
        a.clustering,
        SUM(v.sessions * (a.cluster_id <> b.cluster_id)::INT) / NULLIF(SUM(v.sessions), 0) AS leakage
    FROM coviews AS v
    JOIN clusters AS a ON a.product_id = v.product_a
    JOIN clusters AS b ON b.product_id = v.product_b AND b.clustering = a.clustering
    WHERE v.product_a <> v.product_b
    GROUP BY a.clustering
)

SELECT s.clustering, s.clusters, l.leakage, s.largest_share
FROM shape AS s
LEFT JOIN leaks AS l ON l.clustering = s.clustering
ORDER BY s.clustering
