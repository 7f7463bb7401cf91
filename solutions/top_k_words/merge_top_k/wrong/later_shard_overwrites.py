# dict.update (or |) replaces the count of an earlier shard instead of adding to it. Use
# totals[word] = totals.get(word, 0) + count, or a Counter, whose update adds.
# rule: totals
def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = {}
    for shard in shards:
        totals.update(shard)
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
