from math import floor


def revenue_effect(rev_c, rev_t, idx_c, idx_t, cap, level):
    """An explicit bootstrap loop over replicates and users, and quantiles by hand."""
    if not len(rev_c) or not len(rev_t):
        raise ValueError("empty arm")
    if (cap is not None and cap <= 0) or level <= 0 or level >= 1:
        raise ValueError("cap or level out of range")
    if len(idx_c) < 1 or len(idx_t) != len(idx_c):
        raise ValueError("numbers of replicates")
    if idx_c.shape != (len(idx_c), len(rev_c)) or idx_t.shape != (len(idx_t), len(rev_t)):
        raise ValueError("widths of the index matrices")

    def mean(revenue, rows):
        total = 0.0
        for row in rows:
            value = float(revenue[row])
            total += value if cap is None or value <= cap else cap
        return total / len(revenue)

    draws = sorted(
        mean(rev_t, rows_t) - mean(rev_c, rows_c)
        for rows_c, rows_t in zip(idx_c, idx_t, strict=True)
    )

    def quantile(q):
        place = q * (len(draws) - 1)
        below = min(floor(place), len(draws) - 1)
        above = min(below + 1, len(draws) - 1)
        return draws[below] + (place - below) * (draws[above] - draws[below])

    return {
        "diff": mean(rev_t, range(len(rev_t))) - mean(rev_c, range(len(rev_c))),
        "ci_low": quantile((1 - level) / 2),
        "ci_high": quantile((1 + level) / 2),
        "share_negative": sum(draw < 0 for draw in draws) / len(draws),
    }
