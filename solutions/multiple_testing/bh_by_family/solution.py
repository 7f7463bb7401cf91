def bh_by_family(tests):
    # From the largest p-value downwards, so that the running minimum goes the way BH does.
    falling = tests.sort_values("p_value", ascending=False)
    family = falling.groupby("experiment_id")["p_value"]

    # Tied p-values take the largest rank of the tie; a missing one has no rank and is not counted.
    scaled = falling["p_value"] * family.transform("count") / family.rank(method="max")
    q_value = scaled.groupby(falling["experiment_id"]).cummin()
    return falling.assign(q_value=q_value, significant=q_value <= 0.05 + 1e-9)
