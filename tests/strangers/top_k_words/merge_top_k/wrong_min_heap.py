# min-heap of (count, word)
import heapq
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        total.update(s)
    heap = []
    for w, n in total.items():
        if n > 0:
            heapq.heappush(heap, (n, w))
            if len(heap) > k:
                heapq.heappop(heap)
    return [[w, n] for n, w in sorted(heap, key=lambda p: (-p[0], p[1]))]
