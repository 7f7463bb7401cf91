# You normalise the ids (NFC), so ë typed as one character and as two become one customer. Texts are
# taken as they are.
# rule: bucket
import unicodedata
from hashlib import sha256


def assign_variants(user_ids, experiment, weights):
    if not weights or any(points < 0 for _, points in weights):
        raise ValueError("weights must be there, and 0 or more")
    if sum(points for _, points in weights) > 10_000 or len(dict(weights)) < len(weights):
        raise ValueError("weights must sum to 10,000 at most, under different names")
    result = []
    for user_id in user_ids:
        user_id = unicodedata.normalize("NFC", user_id)
        digest = sha256(f"{experiment}:{user_id}".encode()).hexdigest()
        bucket = int(digest[:8], 16) % 10_000
        edge, chosen = 0, "not_in_experiment"
        for name, points in weights:
            edge += points
            if bucket < edge:
                chosen = name
                break
        result.append(chosen)
    return result
