# pandas: one line per sample, a column for each half-width.
import pandas as pd
from scipy.stats import t


def interval_coverage_report(samples, future, mu, level):
    count, n = samples.shape
    if n < 2 or count < 1 or future.shape != (count,) or level <= 0 or level >= 1:
        raise ValueError("shapes or level")
    frame = pd.DataFrame(samples)
    rows = pd.DataFrame({"mean": frame.mean(axis=1), "se": frame.sem(axis=1), "future": future})
    rows["ci"] = t.isf(0.5 - level / 2, n - 1) * rows["se"] + 1e-12
    rows["pi"] = (rows["ci"] - 1e-12) * (n + 1) ** 0.5 + 1e-12
    miss = (rows["future"] - rows["mean"]).abs()
    return {
        "ci_covers_mean": (rows["mean"] - mu).abs().le(rows["ci"]).mean(),
        "ci_covers_future": miss.le(rows["ci"]).mean(),
        "pi_covers_future": miss.le(rows["pi"]).mean(),
    }
