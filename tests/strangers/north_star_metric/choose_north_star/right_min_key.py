# style: min() with a tuple key
import math

def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    best = None
    names = ["coverage", "top1_share", "predictive", "sensitivity", "agreement"]
    for rec in scorecard.to_dict("records"):
        nums = [float("nan") if rec[c] is None else float(rec[c]) for c in names]
        if any(math.isnan(v) for v in nums):
            continue
        cov, top, pred, sens, agree = nums
        if cov < min_coverage or top > max_top1_share or sens < min_sensitivity or agree < min_agreement:
            continue
        key = (-round(pred, 9), -round(sens, 9), rec["metric"])
        best = key if best is None else min(best, key)
    return best[2] if best else None
