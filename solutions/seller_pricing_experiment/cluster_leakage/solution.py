def cluster_leakage(coviews, clusters):
    pairs = coviews[coviews["product_a"] != coviews["product_b"]]
    pairs = pairs.merge(clusters, left_on="product_a", right_on="product_id")
    pairs = pairs.merge(
        clusters, left_on=["clustering", "product_b"], right_on=["clustering", "product_id"]
    )
    pairs["cut"] = pairs["sessions"].where(pairs["cluster_id_x"] != pairs["cluster_id_y"], 0)
    sessions = pairs.groupby("clustering")[["cut", "sessions"]].sum()

    sizes = clusters.groupby(["clustering", "cluster_id"]).size().groupby("clustering")
    table = sizes.count().to_frame("clusters")
    table["leakage"] = sessions["cut"] / sessions["sessions"]  # 0 / 0 is NaN, as it should be
    table["largest_share"] = sizes.max() / sizes.sum()
    return table.reset_index()
