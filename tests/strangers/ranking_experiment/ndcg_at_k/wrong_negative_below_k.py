# slip: only the first k grades are checked, a negative grade further down is accepted ([3, 1, -1], k 2)
import math


def ndcg_at_k(relevance, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    shown = list(relevance)[:k]
    if any(r < 0 for r in shown):
        raise ValueError("negative relevance")
    ideal = sorted(relevance, reverse=True)[:k]

    def dcg(grades):
        return sum((2 ** g - 1) / math.log2(i + 2) for i, g in enumerate(grades))

    best = dcg(ideal)
    if best == 0:
        return 0.0
    return dcg(shown) / best
