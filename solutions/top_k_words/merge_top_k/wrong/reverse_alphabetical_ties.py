# nlargest on (total, word) also takes the largest word among equal totals, so ties come out from
# z to a. Take the smallest (-total, word) instead.
# rule: ranking
import heapq
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        totals.update(shard)
    best = heapq.nlargest(k, ((total, word) for word, total in totals.items() if total > 0))
    return [(word, total) for total, word in best]
