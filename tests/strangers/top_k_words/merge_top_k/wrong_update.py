# later shard overwrites, dict.update
def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = {}
    for s in shards:
        total.update(s)
    return [[w, n] for w, n in sorted(total.items(), key=lambda p: (-p[1], p[0])) if n > 0][:k]
