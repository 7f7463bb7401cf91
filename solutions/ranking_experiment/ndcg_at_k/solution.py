from math import log2


def ndcg_at_k(relevance, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    if any(rel < 0 for rel in relevance):
        raise ValueError("a grade cannot be negative")

    def dcg(grades):
        return sum((2**rel - 1) / log2(place + 1) for place, rel in enumerate(grades[:k], 1))

    ideal = dcg(sorted(relevance, reverse=True))
    return dcg(relevance) / ideal if ideal else 0.0
