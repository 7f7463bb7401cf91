# Dictionaries: product to cluster for each clustering, and a loop over the pairs.
from collections import Counter

import pandas as pd


def cluster_leakage(coviews, clusters):
    members = {}
    for clustering, product, cluster in clusters.itertuples(index=False):
        members.setdefault(clustering, {})[product] = cluster
    rows = []
    for clustering, cluster_of in members.items():
        kept = cut = 0
        for a, b, sessions in coviews.itertuples(index=False):
            if a == b or a not in cluster_of or b not in cluster_of:
                continue
            if cluster_of[a] == cluster_of[b]:
                kept += sessions
            else:
                cut += sessions
        sizes = Counter(cluster_of.values())
        leakage = cut / (kept + cut) if kept + cut else None
        rows.append((clustering, len(sizes), leakage, max(sizes.values()) / len(cluster_of)))
    return pd.DataFrame(rows, columns=["clustering", "clusters", "leakage", "largest_share"])
