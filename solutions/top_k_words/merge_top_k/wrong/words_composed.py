# You bring the words to NFC and so merge keys that differ. The shards were tokenised already, and
# here words are taken as they are: café with one character for é and with two are two keys.
# rule: as_they_are
import unicodedata
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")
    totals = Counter()
    for shard in shards:
        for word, count in shard.items():
            totals[unicodedata.normalize("NFC", word)] += count
    pairs = [(word, total) for word, total in totals.items() if total > 0]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:k]
