# slip: NaN <= alpha is False, so undecided experiments count as not rejected
import numpy as np

def error_rates(p_values, is_null, alpha):
    p, h0 = np.asarray(p_values, float), np.asarray(is_null, bool)
    if not 0 < alpha < 1 or len(p) != len(h0) or ((p < 0) | (p > 1)).any():
        raise ValueError
    rej = p <= alpha
    div = lambda a, b: float(a / b) if b else None
    pw = div((rej & ~h0).sum(), (~h0).sum())
    return dict(type_i_rate=div((rej & h0).sum(), h0.sum()), type_ii_rate=None if pw is None else 1 - pw,
                power=pw, false_discovery_rate=float((rej & h0).sum() / max(rej.sum(), 1)))
