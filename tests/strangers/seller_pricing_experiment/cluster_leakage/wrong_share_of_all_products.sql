-- slip: largest_share divides by the products of all clusterings together instead of those in this clustering; differs: clustering x with products 1, 2 in one cluster, clustering y with products 1, 2, 3 (x: 2/3 instead of 1)
WITH pairs AS (
  SELECT a.clustering,
         SUM(v.sessions) AS total,
         SUM(CASE WHEN a.cluster_id <> b.cluster_id THEN v.sessions ELSE 0 END) AS cut
  FROM coviews v
  JOIN clusters a ON a.product_id = v.product_a
  JOIN clusters b ON b.product_id = v.product_b AND b.clustering = a.clustering
  WHERE v.product_a <> v.product_b
  GROUP BY a.clustering
), sizes AS (
  SELECT clustering, cluster_id, COUNT(*) AS n FROM clusters GROUP BY clustering, cluster_id
), shape AS (
  SELECT clustering, COUNT(*) AS k, MAX(n)::DOUBLE / (SELECT COUNT(DISTINCT product_id) FROM clusters) AS largest_share FROM sizes GROUP BY clustering
)
SELECT s.clustering AS clustering, s.k AS clusters,
       p.cut::DOUBLE / NULLIF(p.total, 0) AS leakage,
       s.largest_share AS largest_share
FROM shape s LEFT JOIN pairs p ON p.clustering = s.clustering
