# slip: searchsorted side="left", so a bucket equal to an edge stays in the lower variant
import hashlib
import numpy as np

def assign_variants(user_ids, experiment, weights):
    names = [n for n, _ in weights]
    pts = [p for _, p in weights]
    if not names or len(set(names)) < len(names) or min(pts) < 0 or sum(pts) > 10000:
        raise ValueError
    edges = np.cumsum(pts)
    labels = names + ["not_in_experiment"]
    out = []
    for u in user_ids:
        b = int(hashlib.sha256(f"{experiment}:{u}".encode()).hexdigest()[:8], 16) % 10000
        out.append(labels[int(np.searchsorted(edges, b))])
    return out
