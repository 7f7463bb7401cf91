# You keep the largest count a word has in any one shard. The shards saw different reviews, so
# their counts add up: use the sum.
# rule: totals
def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = {}
    for shard in shards:
        for word, count in shard.items():
            totals[word] = max(count, totals.get(word, count))
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
