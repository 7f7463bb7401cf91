-- slip: repeated or reversed pairs with the same sessions are collapsed instead of added; differs: coviews (1,2,5),(2,1,5),(1,3,5), clusters 1:1, 2:1, 3:2 (0.5 instead of 1/3)
WITH pairs AS (
  SELECT a.clustering,
         SUM(v.sessions) AS total,
         SUM(CASE WHEN a.cluster_id <> b.cluster_id THEN v.sessions ELSE 0 END) AS cut
  FROM (SELECT DISTINCT LEAST(product_a, product_b) AS product_a, GREATEST(product_a, product_b) AS product_b, sessions FROM coviews) v
  JOIN clusters a ON a.product_id = v.product_a
  JOIN clusters b ON b.product_id = v.product_b AND b.clustering = a.clustering
  WHERE v.product_a <> v.product_b
  GROUP BY a.clustering
), sizes AS (
  SELECT clustering, cluster_id, COUNT(*) AS n FROM clusters GROUP BY clustering, cluster_id
), shape AS (
  SELECT clustering, COUNT(*) AS k, MAX(n) / SUM(n)::DOUBLE AS largest_share FROM sizes GROUP BY clustering
)
SELECT s.clustering AS clustering, s.k AS clusters,
       p.cut::DOUBLE / NULLIF(p.total, 0) AS leakage,
       s.largest_share AS largest_share
FROM shape s LEFT JOIN pairs p ON p.clustering = s.clustering
