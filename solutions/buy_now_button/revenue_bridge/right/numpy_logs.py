# style: differences of logs in one array; the logarithmic mean by way of expm1
import numpy as np


def revenue_bridge(control, treatment):
    steps = np.array(
        [[arm[k] for k in ("users", "clickers", "orders", "revenue")] for arm in (control, treatment)],
        dtype=float,
    )
    if (steps <= 0).any():
        raise ValueError("only positive numbers have a logarithm")
    growth = np.diff(np.diff(np.log(steps), axis=1), axis=0)[0]
    whole = growth.sum()
    r0 = steps[0, 3] / steps[0, 0]
    mean = r0 if abs(whole) < 1e-9 else r0 * np.expm1(whole) / whole
    ctr, often, value = mean * growth
    total = steps[1, 3] / steps[1, 0] - r0
    return {"ctr": ctr, "orders_per_clicker": often, "aov": value, "total": total}
