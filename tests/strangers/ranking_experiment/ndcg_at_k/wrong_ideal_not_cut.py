# slip: the ideal sums the whole sorted list, not only its first k ([3, 2, 1], k 1)
import numpy as np


def ndcg_at_k(relevance, k):
    rel = np.array(relevance, dtype=float)
    if k < 1:
        raise ValueError("k must be >= 1")
    if np.any(rel < 0):
        raise ValueError("relevance must be >= 0")

    def dcg(grades):
        return float(np.sum((2.0 ** grades - 1) / np.log2(np.arange(2, len(grades) + 2))))

    ideal = dcg(np.sort(rel)[::-1])
    if ideal == 0:
        return 0.0
    return dcg(rel[:k]) / ideal
