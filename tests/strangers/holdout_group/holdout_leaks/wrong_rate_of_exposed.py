# slip: leak rate divided by all known users exposed to the feature
import pandas as pd

def holdout_leaks(assignments, exposures):
    first = assignments.sort_values("assigned_at").drop_duplicates("user_id")
    m = exposures.merge(first, on="user_id", how="left")
    k = int((first["grp"] == "holdout").sum())
    rows = []
    for f, e in m.groupby("feature"):
        leaked = e[(e["grp"] == "holdout") & (e["exposed_at"] >= e["assigned_at"])]["user_id"].nunique()
        seen = e[e["grp"].notna()]["user_id"].nunique()
        rows.append((f, k, leaked, leaked / seen if k and seen else None))
    return pd.DataFrame(rows, columns=["feature", "holdout_users", "leaked_users", "leak_rate"])
