# merges each shard's top k
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        for w in sorted(s, key=lambda w: (-s[w], w))[:k]:
            total[w] += s[w]
    return [(w, total[w]) for w in sorted(total, key=lambda w: (-total[w], w)) if total[w] > 0][:k]
