# Plain loops: each candidate is held against the best one so far.
def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    best = None
    for row in scorecard.to_dict("records"):
        numbers = [value for name, value in row.items() if name != "metric"]
        if any(value != value for value in numbers):  # only NaN differs from itself
            continue
        if row["coverage"] < min_coverage or row["top1_share"] > max_top1_share:
            continue
        if row["sensitivity"] < min_sensitivity or row["agreement"] < min_agreement:
            continue
        if best is None:
            best = row
            continue
        for name in ("predictive", "sensitivity"):
            mine, other = round(row[name], 9), round(best[name], 9)
            if mine != other:
                best = row if mine > other else best
                break
        else:
            best = min(row, best, key=lambda candidate: candidate["metric"])
    return best and best["metric"]
