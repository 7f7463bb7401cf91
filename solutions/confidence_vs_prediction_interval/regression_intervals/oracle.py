import numpy as np


def regression_intervals(x, y, x_new, level):
    """statsmodels: the summary frame of a prediction, mean_ci and obs_ci."""
    if len(x) != len(y) or len(x) < 3 or len(set(x.tolist())) == 1 or level <= 0 or level >= 1:
        raise ValueError("points or level")
    import statsmodels.api as sm

    rows = np.empty((0, 5))
    line = sm.OLS(y, np.array([[1, value] for value in x])).fit()
    for value in x_new:
        frame = line.get_prediction([[1, value]]).summary_frame(alpha=1 - level)
        ends = frame[["mean", "mean_ci_lower", "mean_ci_upper", "obs_ci_lower", "obs_ci_upper"]]
        rows = np.vstack([rows, ends.to_numpy()])
    return rows
