# style: plain loop, hashlib
import hashlib

def assign_variants(user_ids, experiment, weights):
    if len(weights) == 0:
        raise ValueError("weights")
    names = [w[0] for w in weights]
    points = [w[1] for w in weights]
    if len(set(names)) != len(names) or min(points) < 0 or sum(points) > 10000:
        raise ValueError("weights")
    out = []
    for u in user_ids:
        h = hashlib.sha256(f"{experiment}:{u}".encode("utf-8")).hexdigest()
        b = int(h[:8], 16) % 10000
        edge = 0
        for name, w in weights:
            edge += w
            if b < edge:
                out.append(name)
                break
        else:
            out.append("not_in_experiment")
    return out
