import numpy as np
import statsmodels.api as sm
from scipy import stats


def ctr_effect(clicks, impressions, treated):
    """OLS on rows of single impressions, clustered by user; naive: the same without clusters."""
    if len({len(clicks), len(impressions), len(treated)}) > 1:
        raise ValueError("lengths")
    if np.min(np.append(clicks, impressions), initial=0) <= -1:
        raise ValueError("negative")
    if np.dot(clicks, impressions == 0) > 0:
        raise ValueError("clicks without impressions")
    fitted = {}
    for group in (False, True):
        users = np.flatnonzero((treated == group) & (impressions > 0))
        if users.size <= 1:
            raise ValueError("an arm is too small")
        user = np.repeat(users, impressions[users])
        place = np.concatenate([np.arange(m) for m in impressions[users]])
        clicked = (place < clicks[user]).astype(float)
        model = sm.OLS(clicked, np.ones(len(clicked)))
        clustered = model.fit(
            cov_type="cluster", cov_kwds={"groups": user, "use_correction": False}
        )
        variance = float(clustered.cov_params()[0, 0]) * users.size / (users.size - 1)
        fitted[group] = clicked.mean(), variance, clicked.var() / len(clicked)
    (control, v0, naive0), (treatment, v1, naive1) = fitted[False], fitted[True]
    se = np.sqrt(v0 + v1)
    if se <= 1e-12:
        raise ValueError("no standard error")
    return {
        "ctr_control": control,
        "ctr_treatment": treatment,
        "diff": treatment - control,
        "se_user": se,
        "se_naive": np.sqrt(naive0 + naive1),
        "p_value": stats.chi2.sf(((treatment - control) / se) ** 2, 1),
    }
