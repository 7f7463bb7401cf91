import numpy as np
from sklearn.metrics import ndcg_score


def ndcg_at_k(relevance, k):
    if k <= 0 or min(relevance, default=0) <= -1:
        raise ValueError("k or a grade")
    gains = [np.exp2(relevance) - 1]
    if not relevance or not np.any(gains):
        return 0.0
    if len(relevance) == 1:  # scikit-learn refuses a single document
        return 1.0
    return float(ndcg_score(gains, [np.arange(len(relevance), 0, -1)], k=k))
