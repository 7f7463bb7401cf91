# style: plain Python: lists, a dictionary per cluster, and the incomplete beta function for the tail
from collections import defaultdict
from math import sqrt

from scipy.special import betainc


def cluster_effect(y, treated, cluster):
    y, treated, cluster = y.tolist(), treated.tolist(), cluster.tolist()
    n = len(y)
    if len(treated) != n or len(cluster) != n:
        raise ValueError("lengths")
    where = {True: set(), False: set()}
    for on, name in zip(treated, cluster):
        where[on].add(name)
    if len(where[True]) < 2 or len(where[False]) < 2:
        raise ValueError("an arm in fewer than two clusters")
    if min(y) == max(y):
        raise ValueError("nothing varies")
    size = {on: treated.count(on) for on in (True, False)}
    mean = {on: sum(v for v, t in zip(y, treated) if t == on) / size[on] for on in (True, False)}
    sums, sse = defaultdict(float), 0.0
    for value, on, name in zip(y, treated, cluster):
        e = value - mean[on]
        sse += e * e
        sums[name] += e / size[on] * (1 if on else -1)
    groups = len(sums)
    iid = sqrt(sse / (n - 2) * (1 / size[True] + 1 / size[False]))
    spread = sum(s * s for s in sums.values())
    robust = sqrt(spread * groups / (groups - 1) * (n - 1) / (n - 2))
    effect, df = mean[True] - mean[False], groups - 1
    t2 = (effect / robust) ** 2
    return {
        "effect": effect,
        "se_iid": iid,
        "se_cluster": robust,
        "p_value": float(betainc(df / 2, 0.5, df / (df + t2))),
        "n_clusters": groups,
    }
