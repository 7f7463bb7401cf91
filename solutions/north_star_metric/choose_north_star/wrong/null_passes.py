# A missing value passes here, as if it were good. What was not measured has not passed: drop rows with any
# gap.
# rule: complete
def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    left = scorecard.fillna(
        {"coverage": 1.0, "top1_share": 0.0, "predictive": -1.0, "sensitivity": 1.0, "agreement": 1.0}
    )
    left = left[
        (left["coverage"] >= min_coverage)
        & (left["top1_share"] <= max_top1_share)
        & (left["sensitivity"] >= min_sensitivity)
        & (left["agreement"] >= min_agreement)
    ]
    if left.empty:
        return None
    left = left.assign(p=left["predictive"].round(9), s=left["sensitivity"].round(9))
    return left.sort_values(["p", "s", "metric"], ascending=[False, False, True])["metric"].iloc[0]
