# slip: compares raw predictive values, so a difference of 1e-12 decides
import pandas as pd

def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    s = scorecard.dropna()
    s = s[(s["coverage"] >= min_coverage) & (s["top1_share"] <= max_top1_share)
          & (s["sensitivity"] >= min_sensitivity) & (s["agreement"] >= min_agreement)]
    if s.empty:
        return None
    return s.sort_values(["predictive", "sensitivity", "metric"], ascending=[False, False, True])["metric"].iloc[0]
