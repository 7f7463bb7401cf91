# style: pandas filter and sort_values
import pandas as pd

def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    s = scorecard.dropna(subset=["metric", "coverage", "top1_share", "predictive", "sensitivity", "agreement"])
    s = s[(s["coverage"] >= min_coverage) & (s["top1_share"] <= max_top1_share)
          & (s["sensitivity"] >= min_sensitivity) & (s["agreement"] >= min_agreement)]
    if s.empty:
        return None
    s = s.assign(p=s["predictive"].astype(float).round(9), q=s["sensitivity"].astype(float).round(9))
    return s.sort_values(["p", "q", "metric"], ascending=[False, False, True])["metric"].iloc[0]
