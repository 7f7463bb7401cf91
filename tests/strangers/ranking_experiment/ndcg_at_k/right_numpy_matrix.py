# style: shown and ideal as two rows of a numpy matrix times the discount vector
import numpy as np


def ndcg_at_k(relevance, k):
    rel = np.asarray(list(relevance), dtype=float)
    if k < 1 or (rel < 0).any():
        raise ValueError("k < 1 or a negative grade")
    cut = int(min(k, rel.size))
    if cut == 0:
        return 0.0
    both = np.vstack([rel[:cut], -np.sort(-rel)[:cut]])
    discount = 1.0 / np.log2(np.arange(cut) + 2.0)
    got, ideal = (np.exp2(both) - 1.0) @ discount
    return float(got / ideal) if ideal > 0 else 0.0
