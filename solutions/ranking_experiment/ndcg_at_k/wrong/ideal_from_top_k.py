# You sort only what is shown in the first k positions. The ideal may pull up items shown below k, or a
# ranking that hides its best result on page two gets full marks: sort the whole list, then cut.
# rule: ideal
from math import log2


def ndcg_at_k(relevance, k):
    if k < 1 or any(rel < 0 for rel in relevance):
        raise ValueError("k or a grade is out of range")

    def dcg(grades):
        return sum((2**rel - 1) / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance[:k], reverse=True))
    return dcg(relevance) / ideal if ideal else 0.0
