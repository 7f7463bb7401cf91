# style: influence of each row on the mean difference, summed per cluster in a dict
import math
from scipy.stats import t as student


def cluster_effect(y, treated, cluster):
    y = [float(v) for v in y]
    arm = [bool(v) for v in treated]
    cluster = [int(v) for v in cluster]
    if not len(y) == len(arm) == len(cluster):
        raise ValueError("lengths differ")
    if len({c for c, a in zip(cluster, arm) if a}) < 2 \
            or len({c for c, a in zip(cluster, arm) if not a}) < 2:
        raise ValueError("an arm appears in fewer than 2 clusters")
    if max(y) == min(y):
        raise ValueError("y is constant")
    n = len(y)
    n1 = sum(arm)
    n0 = n - n1
    mean1 = math.fsum(v for v, a in zip(y, arm) if a) / n1
    mean0 = math.fsum(v for v, a in zip(y, arm) if not a) / n0
    effect = mean1 - mean0
    sse = 0.0
    influence = {}
    for v, a, c in zip(y, arm, cluster):
        resid = v - (mean1 if a else mean0)
        sse += resid * resid
        influence[c] = influence.get(c, 0.0) + (resid / n1 if a else -resid / n0)
    groups = len(influence)
    var = sum(s * s for s in influence.values())
    var *= groups / (groups - 1) * (n - 1) / (n - 2)
    se = math.sqrt(var)
    if se > 0:
        p_value = float(2 * student.sf(abs(effect) / se, groups - 1))
    else:
        p_value = 0.0 if effect else 1.0
    return {"effect": effect, "se_iid": math.sqrt(sse / (n - 2) * (1 / n1 + 1 / n0)),
            "se_cluster": se, "p_value": p_value, "n_clusters": groups}
