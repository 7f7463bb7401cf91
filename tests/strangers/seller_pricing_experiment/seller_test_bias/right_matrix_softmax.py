# style: all rows at once, softmax of a matrix with an outside column, weight matrix for the contrast
import numpy as np
from scipy.special import softmax

def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    po, pn, q = np.asarray(price_old, float), np.asarray(price_new, float), np.asarray(quality, float)
    Z = np.asarray(assignments)
    if not (po.shape == pn.shape == q.shape) or po.ndim != 1 or len(po) == 0:
        raise ValueError("price and quality arrays must be 1-D and of one length")
    if min(po.min(), pn.min()) <= 0 or beta <= 0 or buyers < 0:
        raise ValueError("bad market parameters")
    if Z.ndim != 2 or Z.shape[0] == 0 or Z.shape[1] != len(po):
        raise ValueError("assignments must be (R, n) with R >= 1")
    Z = (Z == 1).astype(float)
    k = Z.sum(axis=1)
    if np.any(k == 0) or np.any(k == len(po)):
        raise ValueError("a row has an empty arm")
    P = np.vstack([pn, po, Z * pn + (1 - Z) * po])
    U = np.column_stack([q - beta * P, np.zeros(len(P))])
    rev = buyers * P * softmax(U, axis=1)[:, :-1]
    gte = rev[0].mean() - rev[1].mean()
    W = Z / k[:, None] - (1 - Z) / (len(po) - k)[:, None]
    naive = np.einsum("ij,ij->i", W, rev[2:]).mean()
    return dict(gte=float(gte), naive=float(naive), bias=float(naive - gte))
