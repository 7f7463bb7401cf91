# You merge the q-values back by experiment and metric. An experiment may hold several tests of one
# metric, and each is then joined with each: keep the row's own index, or use window functions.
# rule: every_row
def bh_by_family(tests):
    known = tests.dropna(subset="p_value").sort_values("p_value", ascending=False)
    family = known.groupby("experiment_id")["p_value"]
    scaled = known["p_value"] * family.transform("size") / family.rank(method="max")
    known["q_value"] = scaled.groupby(known["experiment_id"]).cummin()
    keys = ["experiment_id", "metric"]
    result = tests.merge(known[[*keys, "q_value"]], on=keys, how="left")
    result["significant"] = result["q_value"] <= 0.05 + 1e-9
    return result
