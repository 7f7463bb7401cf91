# A negative k slips into the slice: [:-1] means all but the last. The contract asks for a
# ValueError: check k first.
# rule: k
from collections import Counter


def merge_top_k(shards, k):
    totals = Counter()
    for shard in shards:
        totals.update(shard)
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
