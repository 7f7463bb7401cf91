# style: pure Python, math.fsum, hand-made linear-interpolation quantile
from math import floor, fsum

def revenue_effect(rev_c, rev_t, idx_c, idx_t, cap, level):
    c, t = [float(v) for v in rev_c], [float(v) for v in rev_t]
    if not c or not t:
        raise ValueError("an arm is empty")
    if not (0.0 < level < 1.0):
        raise ValueError("level must be inside (0, 1)")
    if cap is not None and cap <= 0:
        raise ValueError("cap must be positive")
    if len(idx_c) != len(idx_t) or len(idx_c) == 0:
        raise ValueError("need the same number of replicates, at least one")
    for mat, arm in ((idx_c, c), (idx_t, t)):
        for row in mat:
            if not hasattr(row, "__len__") or len(row) != len(arm):
                raise ValueError("index rows must be as wide as the arm")
    if cap is not None:
        c, t = [cap if v > cap else v for v in c], [cap if v > cap else v for v in t]

    def mean_of(arm, rows):
        return fsum(arm[int(i)] for i in rows) / len(rows)

    reps = sorted(mean_of(t, rt) - mean_of(c, rc) for rc, rt in zip(idx_c, idx_t))

    def quantile(p):
        h = p * (len(reps) - 1)
        k = min(int(floor(h)), len(reps) - 1)
        nxt = reps[min(k + 1, len(reps) - 1)]
        return reps[k] + (h - k) * (nxt - reps[k])

    return {"diff": fsum(t) / len(t) - fsum(c) / len(c),
            "ci_low": quantile((1 - level) / 2), "ci_high": quantile((1 + level) / 2),
            "share_negative": sum(r < -1e-10 for r in reps) / len(reps)}
