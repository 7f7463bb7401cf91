# bounded heap of size k with inverted comparison; numpy integers out
import heapq

import numpy as np


class Worst:
    __slots__ = ("n", "w")

    def __init__(self, n, w):
        self.n, self.w = n, w

    def __lt__(self, other):
        return self.n < other.n or (self.n == other.n and self.w > other.w)


def merge_top_k(shards, k):
    if not k >= 0:
        raise ValueError(f"k = {k}")
    total = {}
    for shard in shards:
        for w in shard:
            total[w] = total.get(w, 0) + shard[w]
    heap = []
    for w, n in total.items():
        if n <= 0:
            continue
        item = Worst(n, w)
        if len(heap) < k:
            heapq.heappush(heap, item)
        elif heap and heap[0] < item:
            heapq.heapreplace(heap, item)
    return [(i.w, np.int64(i.n)) for i in sorted(heap, reverse=True)]
