# two stable sorts over items, mixed lists and tuples in the result
from functools import reduce


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must be at least 0")

    def add(a, b):
        return {**a, **{w: a.get(w, 0) + n for w, n in b.items()}}

    pairs = [p for p in reduce(add, shards, {}).items() if p[1] >= 1]
    pairs.sort(key=lambda p: p[0])
    pairs.sort(key=lambda p: p[1], reverse=True)
    return [list(p) if i % 2 else p for i, p in enumerate(pairs[:k])]
