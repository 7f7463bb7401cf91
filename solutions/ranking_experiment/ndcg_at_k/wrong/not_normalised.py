# You return the DCG itself. It depends on how many good results a search has at all; divide by the DCG
# of the ideal order, so that searches can be compared and averaged.
# rule: ideal
from math import log2


def ndcg_at_k(relevance, k):
    if k < 1 or any(rel < 0 for rel in relevance):
        raise ValueError("k or a grade is out of range")

    def dcg(grades):
        return sum((2**rel - 1) / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    return float(dcg(relevance))
