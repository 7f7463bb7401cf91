# style: one dictionary of counters per metric, and a loop over the rows
import pandas as pd


def experiment_alignment(past_experiments):
    counts = {}
    for row in past_experiments.itertuples():
        usable, detected, agreeing = counts.setdefault(row.metric, [0, 0, 0])
        if row.effect == row.effect and row.se > 0:
            usable += 1
            if not -1.96 < row.effect / row.se < 1.96:
                detected += 1
                agreeing += row.effect * row.long_term_effect > 0
        counts[row.metric] = [usable, detected, agreeing]
    return pd.DataFrame(
        [
            (m, n, d, d / n if n else None, a / d if d else None)
            for m, (n, d, a) in counts.items()
        ],
        columns=["metric", "experiments", "detected", "sensitivity", "agreement"],
    )
