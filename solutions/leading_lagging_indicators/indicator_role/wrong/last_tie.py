# Of tied lags you took the largest one. The smallest |lag| wins; a positive lag only beats its own
# mirror image.
# rule: best
def indicator_role(x, y, max_lag, min_abs_corr, season):
    if not 0 <= season < len(x):
        raise ValueError("season must be at least 0 and less than the length")
    if not 0 <= min_abs_corr <= 1:
        raise ValueError("min_abs_corr must lie between 0 and 1")

    if season:
        x, y = x[season:] - x[:-season], y[season:] - y[:-season]
    table = lagged_correlation(x, y, max_lag).dropna()  # raises what else there is to raise
    if table.empty:
        return {"lag": None, "corr": None, "role": "none"}

    strength = table["corr"].abs()
    tied = table[strength >= strength.max() - 1e-9]
    best = min(tied.itertuples(), key=lambda row: -row.lag)

    if abs(best.corr) < min_abs_corr:
        role = "none"
    elif best.lag > 0:
        role = "leading"
    else:
        role = "lagging" if best.lag < 0 else "coincident"
    return {"lag": best.lag, "corr": best.corr, "role": role}
