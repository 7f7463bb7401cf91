# style: first four bytes big-endian, numpy searchsorted on the cumulative edges
import hashlib
import numpy as np

def assign_variants(user_ids, experiment, weights):
    names = [str(n) for n, _ in weights]
    pts = [int(p) for _, p in weights]
    if not names or len(set(names)) < len(names) or any(p < 0 for p in pts) or sum(pts) > 10_000:
        raise ValueError("invalid weights")
    edges = np.cumsum(pts)
    labels = names + ["not_in_experiment"]
    prefix = experiment.encode() + b":"
    buckets = [int.from_bytes(hashlib.sha256(prefix + u.encode()).digest()[:4], "big") % 10_000 for u in user_ids]
    return [labels[i] for i in np.searchsorted(edges, buckets, side="right")]
