# pandas: diff for the season, then one sort by rounded strength, size of the lag and sign.
import pandas as pd


def indicator_role(x, y, max_lag, min_abs_corr, season):
    if season < 0 or season >= len(x) or min_abs_corr < 0 or min_abs_corr > 1:
        raise ValueError("season or min_abs_corr out of range")
    if len(x) != len(y) or max_lag < 0:
        raise ValueError("series of different lengths, or a negative max_lag")
    if season > 0:
        frame = pd.DataFrame({"x": x, "y": y}).diff(season).iloc[season:]
        x, y = frame["x"].to_numpy(), frame["y"].to_numpy()
    table = lagged_correlation(x, y, max_lag)
    table["corr"] = table["corr"].astype(float)
    table = table[table["corr"].notna()]
    if len(table) == 0:
        return dict(lag=None, corr=None, role="none")
    ordered = table.assign(
        strength=table["corr"].abs().round(9), size=table["lag"].abs()
    ).sort_values(["strength", "size", "lag"], ascending=[False, True, False])
    lag, corr = ordered.iloc[0][["lag", "corr"]]
    role = "leading" if lag > 0 else "lagging" if lag < 0 else "coincident"
    return dict(lag=int(lag), corr=corr, role=role if abs(corr) >= min_abs_corr else "none")
