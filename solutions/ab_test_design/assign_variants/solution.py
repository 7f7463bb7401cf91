from hashlib import sha256


def assign_variants(user_ids, experiment, weights):
    points = [basis_points for _, basis_points in weights]
    if any(share < 0 for share in points) or sum(points) > 10_000:
        raise ValueError("weights must be 0 or more, and sum to 10,000 basis points at most")
    if not weights or len(dict(weights)) < len(weights):
        raise ValueError("there must be a variant, and each must be named once")

    def variant(user_id):
        # The experiment salts the hash: otherwise every test would treat the same customers.
        digest = sha256(f"{experiment}:{user_id}".encode()).hexdigest()
        bucket = int(digest[:8], 16) % 10_000
        edge = 0
        for name, basis_points in weights:
            edge += basis_points
            if bucket < edge:
                return name
        return "not_in_experiment"

    return [variant(user_id) for user_id in user_ids]
