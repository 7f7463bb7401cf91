# You give full marks to a search without a single relevant result, since no order is better. Its
# ideal is 0, and the contract says 0.0: nothing good was shown.
# rule: nothing
from math import log2


def ndcg_at_k(relevance, k):
    if k < 1 or any(rel < 0 for rel in relevance):
        raise ValueError("k or a grade is out of range")

    def dcg(grades):
        return sum((2**rel - 1) / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance, reverse=True))
    return dcg(relevance) / ideal if ideal else 1.0
