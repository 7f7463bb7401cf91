# You lower or strip the words again. The shards were tokenised already, and here words are taken
# as they are: 'The' and 'the' are two keys.
# rule: as_they_are
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        for word, count in shard.items():
            totals[word.strip().lower()] += count
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
