# Slip: the bounded min-heap holds (total, word), so among equal totals it evicts the alphabetically first word instead of the last.
import heapq


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[list]:
    if k < 0:
        raise ValueError("k must be >= 0")
    total = {}
    for shard in shards:
        for w, n in shard.items():
            total[w] = total.get(w, 0) + n
    heap = []
    for w, n in total.items():
        if n > 0:
            heapq.heappush(heap, (n, w))
            if len(heap) > k:
                heapq.heappop(heap)
    return [[w, n] for n, w in sorted(heap, key=lambda p: (-p[0], p[1]))]
