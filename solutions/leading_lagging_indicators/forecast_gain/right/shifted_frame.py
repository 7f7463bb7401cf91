# pandas: columns shifted once, then pinv on the rows above each week.
import numpy as np
import pandas as pd


def forecast_gain(x, y, lag, start):
    if len(x) != len(y) or lag < 1 or start - max(1, lag) < 4 or start >= len(y):
        raise ValueError("lengths, lag or start do not fit")
    table = pd.DataFrame({"y": y, "x": x})
    if table.isna().to_numpy().any():
        raise ValueError("NaN")
    table["last"] = table["y"].shift(1)
    table["early"] = table["x"].shift(lag)
    table["one"] = 1.0
    features = table[["one", "last", "early"]]
    forecast = pd.Series(np.nan, index=table.index)
    for t in table.index[start:]:
        coefficients = np.linalg.pinv(features.loc[lag : t - 1]) @ table.loc[lag : t - 1, "y"]
        forecast[t] = features.loc[t] @ coefficients
    late = table.loc[start:]
    mae_naive = late["y"].sub(late["last"]).abs().mean()
    mae_leading = late["y"].sub(forecast[start:]).abs().mean()
    gain = 1 - mae_leading / mae_naive if mae_naive > 0 else None
    return {"mae_naive": mae_naive, "mae_leading": mae_leading, "gain": gain}
