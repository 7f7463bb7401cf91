# You accept k = 0 and score an empty page. There is nothing to score: raise `ValueError` for every k
# below 1.
# rule: bad_grades
from math import log2


def ndcg_at_k(relevance, k):
    if k < 0 or any(rel < 0 for rel in relevance):
        raise ValueError("k or a grade is out of range")

    def dcg(grades):
        return sum((2**rel - 1) / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance, reverse=True))
    return dcg(relevance) / ideal if ideal else 0.0
