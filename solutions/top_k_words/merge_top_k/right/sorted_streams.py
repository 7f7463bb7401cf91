# Map-reduce style: every shard sorted by word, the streams merged, runs of one word added up.
import heapq
from itertools import groupby, islice
from operator import itemgetter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("negative k")
    stream = heapq.merge(*(sorted(shard.items()) for shard in shards))
    sums = (
        (word, sum(count for _, count in run)) for word, run in groupby(stream, key=itemgetter(0))
    )
    ranked = sorted((-total, word) for word, total in sums if total > 0)
    return [(word, -negated) for negated, word in islice(ranked, k)]
