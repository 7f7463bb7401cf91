# Two slips: totals of exactly 0 are kept (>= 0), and words are lower-cased before merging although they must be taken as they are.
from collections import defaultdict


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[list]:
    if k < 0:
        raise ValueError("k must be >= 0")
    total = defaultdict(int)
    for shard in shards:
        for w, n in shard.items():
            total[w.lower()] += n
    keep = [[w, n] for w, n in total.items() if n >= 0]
    keep.sort(key=lambda p: (-p[1], p[0]))
    return keep[:k]
