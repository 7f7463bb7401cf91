# totals <= 0 kept
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        total.update(s)
    return sorted(total.items(), key=lambda p: (-p[1], p[0]))[:k]
