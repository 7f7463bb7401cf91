# style: statsmodels OLS get_prediction
import numpy as np
import statsmodels.api as sm

def regression_intervals(x, y, x_new, level):
    x, y, xn = (np.asarray(v, float) for v in (x, y, x_new))
    if len(x) != len(y) or len(x) < 3 or x.max() == x.min() or not 0 < level < 1:
        raise ValueError
    if len(xn) == 0:
        return np.empty((0, 5))
    fit = sm.OLS(y, np.column_stack([np.ones_like(x), x])).fit()
    f = fit.get_prediction(np.column_stack([np.ones_like(xn), xn])).summary_frame(alpha=1 - level)
    return f[["mean", "mean_ci_lower", "mean_ci_upper", "obs_ci_lower", "obs_ci_upper"]].to_numpy()
