# A DataFrame: dropna, then the mean of the rejections by truth, and of the truth by decision.
import pandas as pd


def error_rates(p_values, is_null, alpha):
    if not 0 < alpha < 1:
        raise ValueError("alpha")
    if p_values.size != is_null.size:
        raise ValueError("lengths")
    tests = pd.DataFrame({"p": p_values, "null": is_null}).dropna()
    if not tests["p"].between(0, 1).all():
        raise ValueError("p")
    tests["rejected"] = tests["p"].le(alpha)
    by_truth = tests.groupby("null")["rejected"].mean()
    by_decision = tests.groupby("rejected")["null"].mean()
    power = by_truth.get(False)
    return {
        "power": power,
        "type_i_rate": by_truth.get(True),
        "type_ii_rate": power if power is None else 1 - power,
        "false_discovery_rate": by_decision.get(True, 0.0),
    }
