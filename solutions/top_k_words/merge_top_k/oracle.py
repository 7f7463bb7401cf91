from collections import Counter


def merge_top_k(shards, k):
    if k < 0:
        raise ValueError("k must not be negative")

    totals = Counter()
    for shard in shards:
        totals.update(shard)  # update adds, and unlike + it keeps zero and negative counts

    ranked = sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(word, total) for word, total in ranked if total > 0][:k]
