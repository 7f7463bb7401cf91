# style: numpy, differences of log counts, log-mean through expm1/log1p
import numpy as np

def revenue_bridge(control, treatment):
    names = ["users", "clickers", "orders", "revenue"]
    x = np.array([[arm[n] for n in names] for arm in (control, treatment)], dtype=float)
    if not np.all(x > 0):
        raise ValueError("non-positive input")
    rpu = x[:, 3] / x[:, 0]
    dlog = np.diff(np.diff(np.log(x), axis=1), axis=0)[0]  # changes of log ctr, log opc, log aov
    g = rpu[1] / rpu[0] - 1.0
    L = rpu[0] if abs(g) < 1e-9 else rpu[0] * g / np.log1p(g)
    out = dict(zip(["ctr", "orders_per_clicker", "aov"], (float(v) for v in L * dlog)))
    out["total"] = float(rpu[1] - rpu[0])
    return out
