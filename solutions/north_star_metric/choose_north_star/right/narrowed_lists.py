# style: plain lists, narrowed step by step: gates, best predictive, best sensitivity, first name
import math


def choose_north_star(scorecard, min_coverage, max_top1_share, min_sensitivity, min_agreement):
    def passes(row):
        return (
            not any(map(math.isnan, row[1:]))
            and row[1] >= min_coverage
            and row[2] <= max_top1_share
            and row[4] >= min_sensitivity
            and row[5] >= min_agreement
        )

    order = ["metric", "coverage", "top1_share", "predictive", "sensitivity", "agreement"]
    rows = [row for row in scorecard[order].itertuples(index=False, name=None) if passes(row)]
    for place in (3, 4):
        best = max((round(row[place], 9) for row in rows), default=None)
        rows = [row for row in rows if round(row[place], 9) == best]
    return min((row[0] for row in rows), default=None)
