from collections import defaultdict


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[list]:
    if k < 0:
        raise ValueError("k must not be negative")
    total = defaultdict(int)
    for shard in shards:
        for word, n in shard.items():
            total[word] += n
    ranked = sorted(((w, n) for w, n in total.items() if n > 0), key=lambda p: (-p[1], p[0]))
    return [[w, n] for w, n in ranked[:k]]
