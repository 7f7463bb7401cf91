# You let a negative grade pass. Grades begin at 0, so it is a fault in the data: raise `ValueError`
# instead of a score that looks like any other.
# rule: bad_grades
from math import log2


def ndcg_at_k(relevance, k):
    if k < 1:
        raise ValueError("k or a grade is out of range")

    def dcg(grades):
        return sum((2**rel - 1) / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance, reverse=True))
    return dcg(relevance) / ideal if ideal else 0.0
