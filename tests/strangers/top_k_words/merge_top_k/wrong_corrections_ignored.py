# not listed: negative corrections are thrown away before adding
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        for w, n in s.items():
            if n > 0:
                total[w] += n
    return [[w, total[w]] for w in sorted(total, key=lambda w: (-total[w], w))][:k]
