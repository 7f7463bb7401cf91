def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    # A comparison with a missing value is false, so a gap in a gate fails by itself.
    passing = scorecard[
        (scorecard["coverage"] >= min_coverage)
        & (scorecard["top1_share"] <= max_top1_share)
        & (scorecard["sensitivity"] >= min_sensitivity)
        & (scorecard["agreement"] >= min_agreement)
        & scorecard["predictive"].notna()
    ]

    def key(row):
        return -round(row.predictive, 9), -round(row.sensitivity, 9), row.metric

    best = min(passing.itertuples(), key=key, default=None)
    return best.metric if best else None
