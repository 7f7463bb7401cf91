# Two stable sorts: by word, then by total; dictionaries only.
def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    merged = {word: 0 for shard in shards for word in shard}
    for shard in shards:
        for word, count in shard.items():
            merged[word] += count
    pairs = sorted(merged.items())
    pairs.sort(key=lambda pair: pair[1], reverse=True)  # reverse keeps the order of equal elements
    return [pair for pair in pairs if pair[1] > 0][:k]
