# A list with the owner of each of the 10,000 buckets, and a cache for users who come again.
import hashlib
from functools import cache


def assign_variants(user_ids: list[str], experiment: str, weights: list) -> list[str]:
    owners = []
    seen = set()
    for name, basis_points in weights:
        if basis_points < 0 or name in seen:
            raise ValueError(name)
        seen.add(name)
        owners += [name] * basis_points
    if not seen or len(owners) > 10_000:
        raise ValueError("no variants, or too much weight")
    owners += ["not_in_experiment"] * (10_000 - len(owners))

    @cache
    def owner(user_id):
        hexadecimal = hashlib.sha256(bytes(f"{experiment}:{user_id}", "utf8")).hexdigest()
        return owners[int(hexadecimal[0:8], base=16) % len(owners)]

    return list(map(owner, user_ids))
