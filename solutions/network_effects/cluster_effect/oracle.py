import numpy as np
import statsmodels.api as sm


def cluster_effect(y, treated, cluster):
    """statsmodels, with cov_type="cluster" and t quantiles."""
    if len({len(y), len(treated), len(cluster)}) > 1:
        raise ValueError("lengths")
    for arm in (True, False):
        if len(set(cluster[treated == arm].tolist())) < 2:
            raise ValueError("clusters per arm")
    if len(set(y.tolist())) < 2:
        raise ValueError("constant y")
    _, groups = np.unique(cluster, return_inverse=True)
    model = sm.OLS(y, sm.add_constant(treated.astype(float)))
    robust = model.fit(cov_type="cluster", cov_kwds={"groups": groups}, use_t=True)
    return {
        "effect": robust.params[1],
        "se_iid": model.fit().bse[1],
        "se_cluster": robust.bse[1],
        "p_value": robust.pvalues[1],
        "n_clusters": len(set(cluster.tolist())),
    }
