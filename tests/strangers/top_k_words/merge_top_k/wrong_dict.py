# not listed: a dict of word -> total, where a list of pairs is asked
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        total.update(s)
    return {w: total[w] for w in sorted(total, key=lambda w: (-total[w], w))[:k] if total[w] > 0}
