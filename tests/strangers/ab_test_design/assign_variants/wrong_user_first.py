# slip: hashes user:experiment instead of experiment:user
import hashlib

def assign_variants(user_ids, experiment, weights):
    names = [n for n, _ in weights]
    pts = [p for _, p in weights]
    if not names or len(set(names)) < len(names) or min(pts) < 0 or sum(pts) > 10000:
        raise ValueError
    def one(u):
        b = int(hashlib.sha256((u + ":" + experiment).encode()).hexdigest()[:8], 16) % 10000
        for n, p in weights:
            if b < p:
                return n
            b -= p
        return "not_in_experiment"
    return [one(u) for u in user_ids]
