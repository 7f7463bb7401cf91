# Your ideal order counts all positions, the page only the first k. Then even a perfect page stays below
# 1. Cut both at k.
# rule: ideal
from math import log2


def ndcg_at_k(relevance, k):
    if k < 1 or any(rel < 0 for rel in relevance):
        raise ValueError("k or a grade is out of range")

    def dcg(grades, k):
        return sum((2**rel - 1) / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance, reverse=True), len(relevance))
    return dcg(relevance, k) / ideal if ideal else 0.0
