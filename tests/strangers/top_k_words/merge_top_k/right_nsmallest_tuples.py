# heapq.nsmallest; pairs are tuples; adds into the first shard (right, with a warning)
import heapq


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("negative")
    if not shards:
        return []
    total = shards[0]
    for shard in shards[1:]:
        for word, n in shard.items():
            total[word] = total.get(word, 0) + n
    best = heapq.nsmallest(k, ((-n, w) for w, n in total.items() if n > 0))
    return [(w, -n) for n, w in best]
