from scipy.stats.contingency import relative_risk
from statsmodels.stats.proportion import confint_proportions_2indep


def holdout_lift(conv_t, n_t, conv_h, n_h, level):
    """statsmodels' Wald interval of the difference; SciPy's interval of the risk ratio."""
    if min(n_t, n_h) < 1 or conv_t not in range(n_t + 1) or conv_h not in range(n_h + 1):
        raise ValueError("counts")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    low, high = confint_proportions_2indep(
        conv_t, n_t, conv_h, n_h, method="wald", compare="diff", alpha=1 - level
    )
    lift_rel = rel_low = rel_high = None
    if conv_h:
        risk = relative_risk(conv_t, n_t, conv_h, n_h)
        lift_rel = risk.relative_risk - 1
        if conv_t:
            rel_low, rel_high = (end - 1 for end in risk.confidence_interval(level))
    return {
        "lift_abs": (conv_t * n_h - conv_h * n_t) / (n_t * n_h),
        "ci_low": low,
        "ci_high": high,
        "lift_rel": lift_rel,
        "rel_ci_low": rel_low,
        "rel_ci_high": rel_high,
        "incremental": conv_t - conv_h * n_t / n_h,
    }
