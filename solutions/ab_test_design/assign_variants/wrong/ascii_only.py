# You drop the letters that are not ASCII, so different customers share a hash. Encode the text as
# UTF-8, which has room for every letter.
# rule: bucket
from hashlib import sha256


def assign_variants(user_ids, experiment, weights):
    if not weights or any(points < 0 for _, points in weights):
        raise ValueError("weights must be there, and 0 or more")
    if sum(points for _, points in weights) > 10_000 or len(dict(weights)) < len(weights):
        raise ValueError("weights must sum to 10,000 at most, under different names")
    result = []
    for user_id in user_ids:
        digest = sha256(f"{experiment}:{user_id}".encode("ascii", "ignore")).hexdigest()
        bucket = int(digest[:8], 16) % 10_000
        edge, chosen = 0, "not_in_experiment"
        for name, points in weights:
            edge += points
            if bucket < edge:
                chosen = name
                break
        result.append(chosen)
    return result
