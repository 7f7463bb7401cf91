# You skip counts of 0 or less before adding, so a correction never takes anything away. Add all
# counts, negative ones too, and look at the sign of the total only.
# rule: totals
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        for word, count in shard.items():
            if count > 0:
                totals[word] += count
    pairs = totals.items()
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
