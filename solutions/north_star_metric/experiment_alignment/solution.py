import numpy as np


def experiment_alignment(past_experiments):
    usable = past_experiments["effect"].notna() & (past_experiments["se"] > 0)
    # where() keeps the division away from rows without a standard error
    detected = past_experiments["effect"].abs() / past_experiments["se"].where(usable) >= 1.96
    same_sign = np.sign(past_experiments["effect"]) == np.sign(past_experiments["long_term_effect"])

    # The sum of yes and no is a count, per metric.
    flags = past_experiments[["metric"]].assign(
        experiments=usable, detected=detected, agreeing=detected & same_sign
    )
    table = flags.groupby("metric", as_index=False).sum()

    # 0 / 0 is NaN, as it should be: nothing could be judged.
    table["sensitivity"] = table["detected"] / table["experiments"]
    table["agreement"] = table.pop("agreeing") / table["detected"]
    return table
