# The upper bound is missing: a metric that a handful of users dominate passes here. Of the four gates one
# is a maximum.
# rule: gates
def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    left = scorecard.dropna()
    left = left[
        (left["coverage"] >= min_coverage)
        & (left["sensitivity"] >= min_sensitivity)
        & (left["agreement"] >= min_agreement)
    ]
    if left.empty:
        return None
    left = left.assign(p=left["predictive"].round(9), s=left["sensitivity"].round(9))
    return left.sort_values(["p", "s", "metric"], ascending=[False, False, True])["metric"].iloc[0]
