# You add up exactly, but only words that are in the top k of some shard get that far. The overall
# winner may be second everywhere: let every word of every shard take part, and cut once at the end.
# rule: totals
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    candidates = set()
    for shard in shards:
        candidates.update(sorted(shard, key=lambda word: (-shard[word], word))[:k])
    totals = Counter()
    for shard in shards:
        for word, count in shard.items():
            if word in candidates:
                totals[word] += count
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
