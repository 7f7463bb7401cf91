# Sidak instead of Bonferroni
def error_profile(pvals, is_null, method, alpha):
    if getattr(pvals, "ndim", 0) != 2 or getattr(is_null, "ndim", 1) != 1:
        raise ValueError("shape")
    S, m = pvals.shape
    if S < 1 or m != len(is_null) or not 0 < alpha < 1:
        raise ValueError("shape or alpha")
    if method not in {"none", "bonferroni", "holm", "bh", "by"}:
        raise ValueError("method")
    harm = sum(1 / j for j in range(1, m + 1)) if method == "by" else 1
    nulls = [bool(b) for b in is_null]
    real = nulls.count(False)
    any_false = fdp = hits = 0
    for row in pvals.tolist():
        order = sorted(range(m), key=row.__getitem__)
        if method == "none":
            R = [j for j in order if row[j] <= alpha]
        elif method == "bonferroni":
            R = [j for j in order if row[j] <= 1 - (1 - alpha) ** (1 / m)]
        elif method == "holm":
            R = []
            for i, j in enumerate(order):
                if row[j] > alpha / (m - i):
                    break
                R.append(j)
        else:
            k = max((i for i in range(1, m + 1) if row[order[i - 1]] <= i * alpha / (m * harm)), default=0)
            R = order[:k]
        v = sum(nulls[j] for j in R)
        any_false += v > 0
        fdp += v / max(len(R), 1)
        hits += len(R) - v
    return {"fwer": any_false / S, "fdr": fdp / S, "power": hits / (S * real) if real else None}
