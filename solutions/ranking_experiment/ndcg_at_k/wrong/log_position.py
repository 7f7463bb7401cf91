# You divide by log2(i), and leave position 1 as it is because log2(1) is 0. Position 1 is divided by
# log2(2): the discount is log2(i + 1), and then it needs no exception.
# rule: gain
from math import log2


def ndcg_at_k(relevance, k):
    if k < 1 or any(rel < 0 for rel in relevance):
        raise ValueError("k or a grade is out of range")

    def dcg(grades):
        return sum((2**rel - 1) / max(1, log2(place)) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance, reverse=True))
    return dcg(relevance) / ideal if ideal else 0.0
