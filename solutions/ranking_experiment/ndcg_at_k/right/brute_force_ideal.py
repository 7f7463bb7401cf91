# style: plain loops; the ideal built by taking the best grade that is left, again and again
import math


def ndcg_at_k(relevance, k):
    if k < 1:
        raise ValueError("k must be positive")
    left = list(relevance)
    for rel in left:
        if rel < 0:
            raise ValueError("negative grade")
    got = best = 0.0
    for i in range(min(k, len(relevance))):
        weight = 1 / math.log(i + 2, 2)
        top = max(left)
        left.remove(top)
        got += weight * (math.pow(2, relevance[i]) - 1)
        best += weight * (math.pow(2, top) - 1)
    if best == 0:
        return 0.0
    return got / best
