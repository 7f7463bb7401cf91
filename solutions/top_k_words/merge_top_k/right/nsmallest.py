# heapq.nsmallest on (-total, word), lists as pairs.
import heapq
from collections import defaultdict


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[list]:
    if k < 0:
        raise ValueError(k)
    totals: defaultdict[str, int] = defaultdict(int)
    for shard in shards:
        for word in shard:
            totals[word] += shard[word]
    positive = [(-total, word) for word, total in totals.items() if total > 0]
    return [[word, -negated] for negated, word in heapq.nsmallest(k, positive)]
