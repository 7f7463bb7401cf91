# An effect over a standard error of 0 is infinite here, and so it is called detected. A standard error
# of 0 was not logged; the row cannot be used.
# rule: usable
import numpy as np


def experiment_alignment(past_experiments):
    rows = past_experiments.dropna(subset="effect")
    detected = rows["effect"].abs() / rows["se"] >= 1.96
    agrees = np.sign(rows["effect"]) == np.sign(rows["long_term_effect"])
    marked = rows.assign(experiments=1, detected=detected, agreeing=detected & agrees)
    table = marked.groupby("metric")[["experiments", "detected", "agreeing"]].sum()
    table = table.reindex(past_experiments["metric"].unique(), fill_value=0)
    table["sensitivity"] = table["detected"] / table["experiments"]
    table["agreement"] = table.pop("agreeing") / table["detected"]
    return table.rename_axis("metric").reset_index()
