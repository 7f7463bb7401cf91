# style: pandas map of product to cluster, one clustering at a time
import pandas as pd

def cluster_leakage(coviews, clusters):
    cv = coviews[coviews["product_a"] != coviews["product_b"]]
    rows = []
    for name, g in clusters.groupby("clustering", sort=True):
        lookup = dict(zip(g["product_id"], g["cluster_id"]))
        total = cut = 0
        for a, b, s in zip(cv["product_a"], cv["product_b"], cv["sessions"]):
            if a in lookup and b in lookup:
                total += s
                cut += s * (lookup[a] != lookup[b])
        sizes = g["cluster_id"].value_counts()
        rows.append((name, len(sizes), cut / total if total else None, sizes.max() / len(g)))
    return pd.DataFrame(rows, columns=["clustering", "clusters", "leakage", "largest_share"])
