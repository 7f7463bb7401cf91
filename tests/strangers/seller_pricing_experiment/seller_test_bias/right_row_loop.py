# style: loop over the rows, market solved once per row
import numpy as np

def _market(p, q, beta, buyers):
    u = q - beta * p
    m = max(0.0, float(u.max()))
    e = np.exp(u - m)
    return buyers * p * e / (np.exp(-m) + e.sum())

def seller_test_bias(price_old, price_new, quality, beta, buyers, assignments):
    old, new, q = (np.asarray(x, float) for x in (price_old, price_new, quality))
    a = np.asarray(assignments)
    if old.ndim != 1 or old.size == 0 or old.shape != new.shape or old.shape != q.shape:
        raise ValueError("widths")
    if (old <= 0).any() or (new <= 0).any() or beta <= 0 or buyers < 0:
        raise ValueError("market")
    if a.ndim != 2 or a.shape[0] < 1 or a.shape[1] != old.size:
        raise ValueError("assignments")
    gte = _market(new, q, beta, buyers).mean() - _market(old, q, beta, buyers).mean()
    estimates = []
    for row in a == 1:
        if row.all() or not row.any():
            raise ValueError("empty arm")
        rev = _market(np.where(row, new, old), q, beta, buyers)
        estimates.append(rev[row].mean() - rev[~row].mean())
    naive = float(np.mean(estimates))
    return {"gte": float(gte), "naive": naive, "bias": naive - float(gte)}
