# You cut every shard to its own top k before adding up. The overall winner may be second
# everywhere and is lost that way: add all counts first, cut once at the end.
# rule: totals
import heapq
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        best = heapq.nsmallest(k, shard.items(), key=lambda pair: (-pair[1], pair[0]))
        totals.update(dict(best))
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
