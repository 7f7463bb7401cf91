# style: plain loop, the ideal from heapq.nlargest
import heapq
import math


def ndcg_at_k(relevance, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    grades = [int(r) for r in relevance]
    if any(g < 0 for g in grades):
        raise ValueError("negative relevance")

    def dcg(shown):
        total = 0.0
        for position, grade in enumerate(shown, start=1):
            total += (2 ** grade - 1) / math.log2(position + 1)
        return total

    best = dcg(heapq.nlargest(int(k), grades))
    return dcg(grades[:k]) / best if best > 0 else 0.0
