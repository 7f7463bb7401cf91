# Counter + Counter silently drops every total that is 0 or negative at that moment, so a
# correction that arrives before its count is lost. Add with update() and drop totals of 0 or less
# once, at the end.
# rule: totals
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = sum((Counter(shard) for shard in shards), Counter())
    pairs = totals.items()
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
