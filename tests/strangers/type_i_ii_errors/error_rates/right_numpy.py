# style: numpy masks
import numpy as np

def error_rates(p_values, is_null, alpha):
    p = np.asarray(p_values, float)
    h0 = np.asarray(is_null, bool)
    if not 0 < alpha < 1 or len(p) != len(h0):
        raise ValueError
    keep = ~np.isnan(p)
    p, h0 = p[keep], h0[keep]
    if ((p < 0) | (p > 1)).any():
        raise ValueError("p outside [0,1]")
    rej = p <= alpha
    t1 = float(rej[h0].mean()) if h0.any() else None
    pw = float(rej[~h0].mean()) if (~h0).any() else None
    return {"type_i_rate": t1, "type_ii_rate": None if pw is None else 1 - pw, "power": pw,
            "false_discovery_rate": float((rej & h0).sum() / max(rej.sum(), 1))}
