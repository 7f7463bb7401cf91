# A metric that predicts best but covers nobody cannot lead a product. Here the best predictor wins
# without passing any gate; apply the four gates first, and choose among what is left.
# rule: gates
def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    left = scorecard.dropna()
    if left.empty:
        return None
    left = left.assign(p=left["predictive"].round(9), s=left["sensitivity"].round(9))
    return left.sort_values(["p", "s", "metric"], ascending=[False, False, True])["metric"].iloc[0]
