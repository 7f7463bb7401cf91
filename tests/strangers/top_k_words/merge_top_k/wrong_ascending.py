# heap popped in ascending order
import heapq
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        total.update(s)
    best = heapq.nsmallest(k, ((-n, w) for w, n in total.items() if n > 0))
    return [[w, -n] for n, w in reversed(best)]
