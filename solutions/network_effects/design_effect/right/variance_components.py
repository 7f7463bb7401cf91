# style: plain lists; icc as the cluster's variance over the sum of the two components
from statistics import fmean


def design_effect(y, cluster):
    groups = {}
    for value, name in zip(y.tolist(), cluster.tolist(), strict=True):
        groups.setdefault(name, []).append(value)
    n, g = len(y), len(groups)
    if g < 2:
        raise ValueError("one cluster cannot be compared with itself")
    if n <= g:
        raise ValueError("every user is alone")
    centre = fmean(y.tolist())
    msb = sum(len(v) * (fmean(v) - centre) ** 2 for v in groups.values()) / (g - 1)
    msw = sum((u - fmean(v)) ** 2 for v in groups.values() for u in v) / (n - g)
    squares = sum(len(v) ** 2 for v in groups.values())
    shared = max(0.0, (msb - msw) / ((n - squares / n) / (g - 1)))
    icc = shared / (shared + msw) if shared > 0 else 0.0
    factor = 1 + (squares / n - 1) * icc
    return dict(icc=icc, design_effect=factor, effective_n=n / factor)
