# style: statsmodels OLS refitted on slices of a lagged DataFrame
import numpy as np
import pandas as pd
import statsmodels.api as sm


def forecast_gain(x, y, lag, start):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if x.shape != y.shape:
        raise ValueError("lengths differ")
    if np.isnan(x).any() or np.isnan(y).any():
        raise ValueError("NaN in a series")
    if lag < 1 or start - max(1, lag) < 4 or start >= len(y):
        raise ValueError("lag or start out of range")
    frame = pd.DataFrame({"y": y, "const": 1.0})
    frame["own"] = frame["y"].shift(1)
    frame["lead"] = pd.Series(x).shift(lag)
    names = ["const", "own", "lead"]
    naive, model = [], []
    for t in range(start, len(frame)):
        past = frame.iloc[lag:t]
        params = sm.OLS(past["y"].to_numpy(), past[names].to_numpy()).fit().params
        forecast = float(frame.loc[t, names].to_numpy(dtype=float) @ params)
        naive.append(abs(y[t] - y[t - 1]))
        model.append(abs(y[t] - forecast))
    mae_naive, mae_leading = float(np.mean(naive)), float(np.mean(model))
    gain = None if mae_naive == 0 else 1 - mae_leading / mae_naive
    return {"mae_naive": mae_naive, "mae_leading": mae_leading, "gain": gain}
