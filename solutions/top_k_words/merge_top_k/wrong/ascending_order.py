# The right pairs, from the worst to the best: a min-heap gives its smallest element first.
# Reverse the list (or sort it) at the end.
# rule: ranking
import heapq
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        totals.update(shard)
    candidates = [(-total, word) for word, total in totals.items() if total > 0]
    result = []
    for negated, word in heapq.nsmallest(k, candidates):
        result.insert(0, (word, -negated))
    return result
