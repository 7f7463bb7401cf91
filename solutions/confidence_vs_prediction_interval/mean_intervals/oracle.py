import numpy as np


def mean_intervals(x, level):
    """A regression on nothing but a constant, and what statsmodels says of its prediction."""
    if len(x) < 2 or not all(np.isfinite(x)) or level <= 0 or level >= 1:
        raise ValueError("sample or level")
    if len(set(x.tolist())) == 1:
        return dict.fromkeys(["mean", "ci_low", "ci_high", "pi_low", "pi_high"], float(x[0]))
    import statsmodels.api as sm

    prediction = sm.OLS(x, np.ones((len(x), 1))).fit().get_prediction(np.ones((1, 1)))
    row = prediction.summary_frame(alpha=1 - level).iloc[0]
    return {
        "mean": row["mean"],
        "ci_low": row["mean_ci_lower"],
        "ci_high": row["mean_ci_upper"],
        "pi_low": row["obs_ci_lower"],
        "pi_high": row["obs_ci_upper"],
    }
