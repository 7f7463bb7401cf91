# style: covariances: every difference of two means is cov(x, y) / var(x), cace a ratio of two of them
import numpy as np


def itt_and_cace(assigned, exposed, y):
    if len(assigned) != len(exposed) or len(exposed) != len(y):
        raise ValueError("one entry per user in each array")
    if len(set(assigned.tolist())) != 2:
        raise ValueError("assigned and not assigned: both are needed")
    z, d = assigned * 1.0, exposed * 1.0

    def cov(u, v):
        return np.mean((u - u.mean()) * (v - v.mean()))

    compliance = cov(z, d) / cov(z, z)
    return {
        "itt": cov(z, y) / cov(z, z),
        "compliance": compliance,
        "cace": None if abs(compliance) <= 1e-12 else cov(z, y) / cov(z, d),
        "naive": cov(d, y) / cov(d, d) if 0 < d.sum() < len(d) else None,
    }
