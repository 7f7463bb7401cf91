# style: pandas drop_duplicates + sets
import pandas as pd

def holdout_leaks(assignments, exposures):
    first = assignments.sort_values("assigned_at").drop_duplicates("user_id")
    held = first[first["grp"] == "holdout"].set_index("user_id")["assigned_at"].to_dict()
    rows = []
    for feature, e in exposures.groupby("feature"):
        leaked = {u for u, t in zip(e["user_id"], e["exposed_at"]) if u in held and t >= held[u]}
        rows.append((feature, len(held), len(leaked), len(leaked) / len(held) if held else None))
    return pd.DataFrame(rows, columns=["feature", "holdout_users", "leaked_users", "leak_rate"])
