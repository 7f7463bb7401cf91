# style: regression slopes (Wald / two-stage least squares with one instrument)
import numpy as np

def itt_and_cace(assigned, exposed, y):
    if not (len(assigned) == len(exposed) == len(y)):
        raise ValueError("lengths")
    z, d, y = (np.array(v, dtype=float) for v in (assigned, exposed, y))
    if z.size == 0 or z.min() == z.max():
        raise ValueError("an arm is empty")

    def slope(x, v):
        xc = x - x.mean()
        return float(xc @ v / (xc @ xc))

    itt, first = slope(z, y), slope(z, d)
    return {"itt": itt, "compliance": first,
            "cace": None if abs(first) <= 1e-12 else itt / first,
            "naive": None if d.min() == d.max() else slope(d, y)}
