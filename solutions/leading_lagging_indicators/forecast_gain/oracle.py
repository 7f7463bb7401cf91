import pandas as pd
import statsmodels.api as sm


def forecast_gain(x, y, lag, start):
    """statsmodels OLS, refitted on growing slices of a DataFrame of shifted columns."""
    if len(x) != len(y) or lag < 1 or start < lag + 4 or start > len(y) - 1:
        raise ValueError("lengths, lag or start")
    frame = pd.DataFrame({"y": y, "x": x})
    if frame.isna().any(axis=None):
        raise ValueError("NaN")
    frame = frame.assign(one=1.0, last=frame["y"].shift(1), early=frame["x"].shift(lag))
    columns = ["one", "last", "early"]
    forecasts = [
        sm.OLS(frame["y"].iloc[lag:t], frame[columns].iloc[lag:t]).fit().params
        @ frame[columns].iloc[t]
        for t in range(start, len(frame))
    ]
    tested = frame.iloc[start:]
    naive = (tested["y"] - tested["last"]).abs().mean()
    leading = (tested["y"] - forecasts).abs().mean()
    return {
        "mae_naive": naive,
        "mae_leading": leading,
        "gain": None if naive == 0 else 1 - leading / naive,
    }
