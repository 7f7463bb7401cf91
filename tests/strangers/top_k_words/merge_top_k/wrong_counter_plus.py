# not listed: Counter addition drops a total that is not positive after every shard, so a later correction starts from 0
from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = Counter()
    for s in shards:
        total = total + Counter(s)
    return [[w, total[w]] for w in sorted(total, key=lambda w: (-total[w], w))][:k]
