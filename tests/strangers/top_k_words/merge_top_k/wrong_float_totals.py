# not listed: totals are floats
def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = {}
    for s in shards:
        for w, n in s.items():
            total[w] = total.get(w, 0.0) + n
    return [[w, total[w]] for w in sorted(total, key=lambda w: (-total[w], w)) if total[w] > 0][:k]
