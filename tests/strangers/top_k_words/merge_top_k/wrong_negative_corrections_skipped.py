# Slip: values <= 0 are skipped shard by shard before adding, so negative corrections never reduce a total.
from collections import Counter


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[list]:
    if k < 0:
        raise ValueError("k must be >= 0")
    total = Counter()
    for shard in shards:
        for word, n in shard.items():
            if n > 0:
                total[word] += n
    ranked = sorted(total.items(), key=lambda p: (-p[1], p[0]))
    return [list(p) for p in ranked[:k]]
