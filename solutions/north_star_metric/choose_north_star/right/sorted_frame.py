# style: dropna, query and sort_values
def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    ranked = (
        scorecard.dropna()
        .query("coverage >= @min_coverage and top1_share <= @max_top1_share")
        .query("sensitivity >= @min_sensitivity and agreement >= @min_agreement")
        .round({"predictive": 9, "sensitivity": 9})
        .sort_values("metric")
        .sort_values(["predictive", "sensitivity"], ascending=False, kind="stable")
    )
    return ranked["metric"].iloc[0] if len(ranked) else None
