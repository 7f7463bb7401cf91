# Slip: shards are added with Counter + Counter, which throws away non-positive intermediate totals after every shard.
from collections import Counter


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[list]:
    if k < 0:
        raise ValueError("k must be >= 0")
    total = Counter()
    for shard in shards:
        total = total + Counter(shard)
    ranked = sorted(total.items(), key=lambda p: (-p[1], p[0]))
    return [[w, n] for w, n in ranked[:k]]
