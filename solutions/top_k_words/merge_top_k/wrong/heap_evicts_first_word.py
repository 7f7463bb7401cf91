# Your min-heap holds (total, word), so among equal totals it throws out the alphabetically first
# word, which should stay. The worst element is the lowest total with the alphabetically last
# word: invert the word order inside the heap.
# rule: ranking
import heapq
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        totals.update(shard)
    heap = []
    for word, total in totals.items():
        if total > 0:
            heapq.heappush(heap, (total, word))
            if len(heap) > k:
                heapq.heappop(heap)
    pairs = [(word, total) for total, word in heap]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))
