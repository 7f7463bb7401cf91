import warnings

from scipy import stats


def effect_verdict(treat, control, min_effect, alpha):
    """SciPy's own Welch test and interval; the verdicts as an ordered list of conditions."""
    if len(treat) < 2 or len(control) < 2 or min_effect < 0 or not (alpha > 0 and alpha < 1):
        raise ValueError("too few values, or a parameter out of range")
    if len(set(treat)) == 1 and len(set(control)) == 1:
        raise ValueError("both groups are constant")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SciPy warns where a group is constant
        result = stats.ttest_ind(treat, control, equal_var=False)
        low, high = result.confidence_interval(confidence_level=1 - alpha)
    conditions = [
        ("harmful", high < 0),
        ("meaningful", low > 0 and low >= min_effect),
        ("real_but_small", low > 0 and high < min_effect),
        ("positive_size_unclear", low > 0),
        ("no_meaningful_gain", high < min_effect),
        ("inconclusive", True),
    ]
    return {
        "diff": sum(treat) / len(treat) - sum(control) / len(control),
        "p_value": result.pvalue,
        "ci_low": low,
        "ci_high": high,
        "verdict": next(name for name, holds in conditions if holds),
    }
