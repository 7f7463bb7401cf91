# Only the sum of the treated is needed: the total never changes. The observed labelling is put in
# front as one more row, so that adding one happens by itself.
import numpy as np


def permutation_pvalue(treat, control, perms, alternative):
    n1, n0 = treat.size, control.size
    if not (n1 and n0):
        raise ValueError("an arm is empty")
    values = np.hstack((treat, control))
    if np.isnan(values).any() or np.isinf(values).any():
        raise ValueError("values must be finite")
    if perms.ndim != 2 or perms.shape[1] != n1 + n0:
        raise ValueError("perms")
    turn = {"greater": np.positive, "less": np.negative, "two-sided": np.abs}
    if alternative not in turn:
        raise ValueError("alternative")

    everything = np.vstack((np.arange(n1 + n0), perms))
    treated = np.take(values, everything[:, :n1]).sum(axis=1)
    t = treated / n1 - (values.sum() - treated) / n0
    score = turn[alternative](t)
    return np.mean(score >= score[0] - 1e-9 * max(1, abs(t[0])))
