# A loop over the experiments, each one handed to SciPy; written into the frame through a mask.
from scipy.stats import false_discovery_control


def bh_by_family(tests):
    report = tests.reset_index(drop=True)
    report["q_value"] = float("nan")
    for experiment_id in report["experiment_id"].unique():
        mine = (report["experiment_id"] == experiment_id) & report["p_value"].notna()
        if mine.any():
            report.loc[mine, "q_value"] = false_discovery_control(report.loc[mine, "p_value"])
    report["significant"] = report["q_value"].le(0.05 + 1e-9)
    return report[["experiment_id", "metric", "p_value", "q_value", "significant"]]
