def holdout_leaks(assignments, exposures):
    first = assignments.sort_values("assigned_at").drop_duplicates("user_id")
    held_out = first[first["grp"] == "holdout"]

    met = exposures.merge(held_out, on="user_id")
    leaks = met[met["exposed_at"] >= met["assigned_at"]]
    leaked = leaks.groupby("feature")["user_id"].nunique()

    # A feature without any leak is a row of the audit too.
    table = leaked.reindex(exposures["feature"].unique(), fill_value=0).rename("leaked_users")
    table = table.rename_axis("feature").reset_index()
    table["holdout_users"] = len(held_out)
    table["leak_rate"] = table["leaked_users"] / len(held_out)  # 0 / 0 is missing
    return table
