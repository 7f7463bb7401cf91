# not listed: k times a scan is fine, but this keeps a sorted list of everything by insertion from the front: 200,000 words do not end in 2 s
def merge_top_k(shards, k):
    if k < 0:
        raise ValueError
    total = []
    for s in shards:
        for w, n in s.items():
            for pair in total:
                if pair[0] == w:
                    pair[1] += n
                    break
            else:
                total.append([w, n])
    total = [p for p in total if p[1] > 0]
    total.sort(key=lambda p: (-p[1], p[0]))
    return total[:k]
