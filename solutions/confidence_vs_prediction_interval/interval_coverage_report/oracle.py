import warnings

from scipy import stats


def interval_coverage_report(samples, future, mu, level):
    """By Student's tests: an interval holds the values that the test does not reject.

    The confidence interval belongs to the test of one sample, and the prediction interval to that
    of two samples with one variance, the second of which is the single future value.
    """
    if samples.shape[0] == 0 or samples.shape[1] < 2 or len(future) != samples.shape[0]:
        raise ValueError("shapes")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    held = [0, 0, 0]
    for row, later in zip(samples, future, strict=True):
        if row.min() == row.max():
            held[0] += abs(row[0] - mu) < 1e-10
            held[1] += abs(row[0] - later) < 1e-10
            held[2] += abs(row[0] - later) < 1e-10
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            two = stats.ttest_ind_from_stats(
                row.mean(), row.std(ddof=1), len(row), later, 0, 1, equal_var=True
            )
        held[0] += stats.ttest_1samp(row, mu).pvalue >= 1 - level
        held[1] += stats.ttest_1samp(row, later).pvalue >= 1 - level
        held[2] += two.pvalue >= 1 - level
    names = ["ci_covers_mean", "ci_covers_future", "pi_covers_future"]
    return {name: float(count / len(samples)) for name, count in zip(names, held, strict=True)}
