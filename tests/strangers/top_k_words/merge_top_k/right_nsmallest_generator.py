import heapq


def merge_top_k(shards: list[dict[str, int]], k: int) -> list[tuple[str, int]]:
    if k < 0:
        raise ValueError(f"k = {k}")
    acc = {}
    for s in shards:
        for w, n in s.items():
            acc[w] = acc.get(w, 0) + n
    candidates = ((-n, w) for w, n in acc.items() if n > 0)
    return [(w, -n) for n, w in heapq.nsmallest(k, candidates)]
