# style: NaN-padded windows of y as one matrix, all lags at once
import numpy as np
import pandas as pd


def lagged_correlation(x, y, max_lag):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if x.shape != y.shape or x.ndim != 1 or x.size == 0:
        raise ValueError("need two non-empty series of equal length")
    if max_lag < 0:
        raise ValueError("max_lag < 0")
    lags = np.arange(-max_lag, max_lag + 1)
    pad = np.full(max_lag, np.nan)
    later = np.lib.stride_tricks.sliding_window_view(np.concatenate([pad, y, pad]), x.size)
    ok = ~np.isnan(later) & ~np.isnan(x)
    n = ok.sum(axis=1)

    def centred(values):
        values = np.where(ok, values, 0.0)
        first = np.take_along_axis(values, ok.argmax(axis=1)[:, None], axis=1)
        values = np.where(ok, values - first, 0.0)
        flat = (np.where(ok, values, -np.inf).max(axis=1)
                == np.where(ok, values, np.inf).min(axis=1))
        values = np.where(ok, values - (values.sum(axis=1) / np.maximum(n, 1))[:, None], 0.0)
        top = np.abs(values).max(axis=1)
        return values / np.where(top > 0, top, 1.0)[:, None], flat

    a, flat_a = centred(np.broadcast_to(x, later.shape))
    b, flat_b = centred(later)
    corr = np.full(lags.size, np.nan)
    good = (n >= 3) & ~flat_a & ~flat_b
    a, b = a[good], b[good]
    corr[good] = (a * b).sum(axis=1) / np.sqrt((a * a).sum(axis=1) * (b * b).sum(axis=1))
    return pd.DataFrame({"lag": lags, "n": n, "corr": corr})
