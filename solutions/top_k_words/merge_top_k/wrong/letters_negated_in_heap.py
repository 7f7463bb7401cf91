# You invert the word order by negating each letter's code. That goes wrong when one word begins
# another: 'a' should beat 'ab', but the shorter tuple still counts as smaller. Compare whole
# words the other way round in a small class with __lt__.
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
            inverted = tuple(-ord(letter) for letter in word)
            heapq.heappush(heap, (total, inverted, word))
            if len(heap) > k:
                heapq.heappop(heap)
    pairs = [(word, total) for total, _, word in heap]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))
