# slip: the discount is max(1, log2(position)), so positions 1 and 2 are both undiscounted ([1, 3, 0], k 3)
import math


def ndcg_at_k(relevance, k):
    if k < 1:
        raise ValueError("k < 1")
    if any(r < 0 for r in relevance):
        raise ValueError("negative grade")

    def dcg(grades):
        return sum((2 ** g - 1) / max(1.0, math.log2(pos)) for pos, g in enumerate(grades, 1))

    ideal = dcg(sorted(relevance, reverse=True)[:k])
    return dcg(relevance[:k]) / ideal if ideal else 0.0
