-- Window functions for the sizes; leakage as one minus what is kept, with each pair turned the same way.
WITH pairs AS (
    SELECT LEAST(product_a, product_b) AS p, GREATEST(product_a, product_b) AS q, SUM(sessions) AS sessions
    FROM coviews
    GROUP BY ALL
    HAVING p < q
),

sized AS (
    SELECT
        *,
        COUNT(*) OVER (PARTITION BY clustering, cluster_id) AS mates,
        COUNT(*) OVER (PARTITION BY clustering) AS products
    FROM clusters
),

judged AS (
    SELECT l.clustering, SUM(sessions) AS total, SUM(sessions) FILTER (l.cluster_id = r.cluster_id) AS kept
    FROM pairs
    JOIN clusters AS l ON l.product_id = p
    JOIN clusters AS r ON r.product_id = q AND r.clustering = l.clustering
    GROUP BY l.clustering
)

SELECT
    sized.clustering,
    COUNT(DISTINCT cluster_id) AS clusters,
    ANY_VALUE(CASE WHEN total > 0 THEN 1 - COALESCE(kept, 0) / total END) AS leakage,
    MAX(mates / products) AS largest_share
FROM sized
LEFT JOIN judged ON judged.clustering = sized.clustering
GROUP BY sized.clustering
