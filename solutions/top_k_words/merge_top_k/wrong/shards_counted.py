# You count in how many shards a word occurs. Add the numbers that the shards hold: the values of
# the dictionaries, not their keys.
# rule: totals
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter(word for shard in shards for word in shard)
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
