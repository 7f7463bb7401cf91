# Counter.update and one full sort; pairs are lists
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k")
    total = Counter()
    for s in shards:
        total.update(s)
    return sorted(([w, n] for w, n in total.items() if n > 0), key=lambda p: (-p[1], p[0]))[:k]
