# A plain loop with four counters, fractions only at the end.
import math
from collections import Counter


def error_rates(p_values, is_null, alpha):
    if alpha <= 0 or alpha >= 1:
        raise ValueError("alpha is a level between 0 and 1")
    if len(p_values) != len(is_null):
        raise ValueError(f"{len(p_values)} p-values, but {len(is_null)} nulls")
    seen = Counter()
    for p, null in zip(p_values, is_null):
        if math.isnan(p):
            continue
        if p < 0 or p > 1:
            raise ValueError(f"{p} is no p-value")
        seen[bool(null), bool(p <= alpha)] += 1

    def share(part, rest):
        return part / (part + rest) if part + rest else None

    return dict(
        type_i_rate=share(seen[True, True], seen[True, False]),
        type_ii_rate=share(seen[False, False], seen[False, True]),
        power=share(seen[False, True], seen[False, False]),
        false_discovery_rate=share(seen[True, True], seen[False, True]) or 0,
    )
