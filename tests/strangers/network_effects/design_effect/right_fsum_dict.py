# style: standard library, a dict of lists and math.fsum
from collections import defaultdict
from math import fsum


def design_effect(y, cluster):
    values = [float(v) for v in y]
    names = [int(c) for c in cluster]
    if len(values) != len(names):
        raise ValueError("lengths differ")
    by = defaultdict(list)
    for v, c in zip(values, names):
        by[c].append(v)
    n, g = len(values), len(by)
    if g < 2:
        raise ValueError("fewer than 2 clusters")
    if n <= g:
        raise ValueError("no cluster has two members")
    m_tilde = sum(len(v) ** 2 for v in by.values()) / n
    icc = 0.0
    if max(values) > min(values):
        grand = fsum(values) / n
        ssb = fsum(len(v) * (fsum(v) / len(v) - grand) ** 2 for v in by.values())
        ssw = fsum((x - fsum(v) / len(v)) ** 2 for v in by.values() for x in v)
        msb, msw = ssb / (g - 1), ssw / (n - g)
        n0 = (n - m_tilde) / (g - 1)
        icc = max(0.0, (msb - msw) / (msb + (n0 - 1) * msw))
    deff = 1.0 + (m_tilde - 1.0) * icc
    return dict(icc=icc, design_effect=deff, effective_n=n / deff)
