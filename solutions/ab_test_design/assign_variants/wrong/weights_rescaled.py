# You scale the weights up to everybody (modulo their sum). Basis points are of all customers: where
# they sum to less than 10000, the rest is not in the experiment.
# rule: outside
from hashlib import sha256


def assign_variants(user_ids, experiment, weights):
    if not weights or any(points < 0 for _, points in weights):
        raise ValueError("weights must be there, and 0 or more")
    if sum(points for _, points in weights) > 10_000 or len(dict(weights)) < len(weights):
        raise ValueError("weights must sum to 10,000 at most, under different names")
    result = []
    for user_id in user_ids:
        digest = sha256(f"{experiment}:{user_id}".encode()).hexdigest()
        bucket = int(digest[:8], 16) % (sum(points for _, points in weights) or 1)
        edge, chosen = 0, "not_in_experiment"
        for name, points in weights:
            edge += points
            if bucket < edge:
                chosen = name
                break
        result.append(chosen)
    return result
