# style: pandas diff and shift, candidates sorted in a DataFrame
import numpy as np
import pandas as pd


def _corr(pair):
    pair = pair.dropna()
    n = len(pair)
    if n < 3 or (pair.max() == pair.min()).any():
        return np.nan
    pair = pair - pair.iloc[0]
    a, b = pair["x"], pair["y"]
    sab = n * (a * b).sum() - a.sum() * b.sum()
    saa = n * (a * a).sum() - a.sum() ** 2
    sbb = n * (b * b).sum() - b.sum() ** 2
    return float(np.clip(sab / np.sqrt(saa * sbb), -1, 1))


def indicator_role(x, y, max_lag, min_abs_corr, season):
    if len(x) != len(y) or len(x) == 0:
        raise ValueError("need two non-empty series of equal length")
    if max_lag < 0:
        raise ValueError("max_lag < 0")
    if not 0 <= min_abs_corr <= 1:
        raise ValueError("min_abs_corr outside [0, 1]")
    if not 0 <= season < len(x):
        raise ValueError("season out of range")
    frame = pd.DataFrame({"x": np.asarray(x, dtype=float), "y": np.asarray(y, dtype=float)})
    if season > 0:
        frame = frame.diff(season).iloc[season:].reset_index(drop=True)
    table = pd.DataFrame({"lag": range(-max_lag, max_lag + 1)})
    table["corr"] = [_corr(pd.DataFrame({"x": frame["x"], "y": frame["y"].shift(-lag)}))
                     for lag in table["lag"]]
    table = table.dropna()
    if table.empty:
        return {"lag": None, "corr": None, "role": "none"}
    size = table["corr"].abs()
    table = table[size >= size.max() - 1e-9]
    table = table.assign(far=table["lag"].abs(), behind=table["lag"] < 0)
    top = table.sort_values(["far", "behind"]).iloc[0]
    lag, corr = int(top["lag"]), float(top["corr"])
    role = {1: "leading", -1: "lagging", 0: "coincident"}[int(np.sign(lag))]
    if abs(corr) < min_abs_corr:
        role = "none"
    return {"lag": lag, "corr": corr, "role": role}
