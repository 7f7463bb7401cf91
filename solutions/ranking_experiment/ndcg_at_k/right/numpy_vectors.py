# style: numpy; natural logarithms, whose base cancels in the ratio
import numpy as np


def ndcg_at_k(relevance, k):
    grades = np.array(relevance, dtype=float)
    if k < 1 or (grades < 0).any():
        raise ValueError("k is at least 1 and grades are not negative")
    best = np.sort(grades)[::-1]
    discount = np.log(np.arange(2, len(grades[:k]) + 2))
    ideal = ((np.exp2(best[:k]) - 1) / discount).sum()
    return 0.0 if ideal == 0 else ((np.exp2(grades[:k]) - 1) / discount).sum() / ideal
