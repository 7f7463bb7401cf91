# slip: clusters are counted only over products that appear in a co-view pair, so clusters nobody co-viewed are not counted; differs: coviews (1,2,5), clusters 1:1, 2:1, 3:2 (clusters 1 instead of 2)
import pandas as pd

def cluster_leakage(coviews, clusters):
    seen = set(coviews["product_a"]) | set(coviews["product_b"])
    cv = coviews[coviews["product_a"] != coviews["product_b"]]
    rows = []
    for name, g in clusters.groupby("clustering"):
        lookup = g.set_index("product_id")["cluster_id"]
        a, b = cv["product_a"].map(lookup), cv["product_b"].map(lookup)
        ok = a.notna() & b.notna()
        total = cv.loc[ok, "sessions"].sum()
        cut = cv.loc[ok & (a != b), "sessions"].sum()
        k = g.loc[g["product_id"].isin(seen), "cluster_id"].nunique()
        rows.append((name, k, cut / total if total > 0 else None, g["cluster_id"].value_counts().max() / len(g)))
    return pd.DataFrame(rows, columns=["clustering", "clusters", "leakage", "largest_share"])
