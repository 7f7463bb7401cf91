import heapq


class _Entry:
    """Smallest = worst: lower total, and among equal totals the later word."""

    __slots__ = ("total", "word")

    def __init__(self, total, word):
        self.total, self.word = total, word

    def __lt__(self, other):
        if self.total != other.total:
            return self.total < other.total
        return self.word > other.word


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[list]:
    if k < 0:
        raise ValueError("k < 0")
    if k == 0:
        return []
    totals = {}
    for shard in shards:
        for word, n in shard.items():
            totals[word] = totals.get(word, 0) + n
    heap = []
    for word, n in totals.items():
        if n <= 0:
            continue
        entry = _Entry(n, word)
        if len(heap) < k:
            heapq.heappush(heap, entry)
        elif heap[0] < entry:
            heapq.heapreplace(heap, entry)
    out = []
    while heap:
        e = heapq.heappop(heap)
        out.append([e.word, e.total])
    return out[::-1]
