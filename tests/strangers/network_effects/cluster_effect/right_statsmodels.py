# style: statsmodels OLS, once classical and once with clustered covariance
import numpy as np
import statsmodels.api as sm


def cluster_effect(y, treated, cluster):
    y = np.asarray(y, dtype=float)
    t = np.asarray(treated, dtype=bool)
    cluster = np.asarray(cluster)
    if not len(y) == len(t) == len(cluster):
        raise ValueError("lengths differ")
    for arm in (t, ~t):
        if len(np.unique(cluster[arm])) < 2:
            raise ValueError("an arm appears in fewer than 2 clusters")
    if y.max() == y.min():
        raise ValueError("constant outcome")
    labels, code = np.unique(cluster, return_inverse=True)
    model = sm.OLS(y, sm.add_constant(t.astype(float), has_constant="add"))
    plain = model.fit()
    robust = model.fit(cov_type="cluster", cov_kwds={"groups": code}, use_t=True)
    return {
        "effect": float(plain.params[1]),
        "se_iid": float(plain.bse[1]),
        "se_cluster": float(robust.bse[1]),
        "p_value": float(robust.pvalues[1]),
        "n_clusters": int(len(labels)),
    }
