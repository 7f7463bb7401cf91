-- One row per clustering, and a scalar subquery for each number.
SELECT
    n.clustering,
    (SELECT COUNT(DISTINCT c.cluster_id) FROM clusters AS c WHERE c.clustering = n.clustering)
        AS clusters,
    (
        SELECT AVG(CASE WHEN a.cluster_id = b.cluster_id THEN 0 ELSE v.sessions END) / NULLIF(AVG(v.sessions), 0)
        FROM coviews AS v, clusters AS a, clusters AS b
        WHERE a.clustering = n.clustering AND b.clustering = n.clustering
            AND a.product_id = v.product_a AND b.product_id = v.product_b AND v.product_a != v.product_b
    ) AS leakage,
    (
        SELECT MAX(k.products) / SUM(k.products)
        FROM (
            SELECT c.cluster_id, COUNT(*) AS products FROM clusters AS c
            WHERE c.clustering = n.clustering GROUP BY c.cluster_id
        ) AS k
    ) AS largest_share
FROM (SELECT DISTINCT clustering FROM clusters) AS n
