# slip: compliance <= 1e-12 without abs, so negative compliance has no CACE
import numpy as np

def itt_and_cace(assigned, exposed, y):
    z, d, y = np.asarray(assigned, bool), np.asarray(exposed, bool), np.asarray(y, float)
    if not len(z) == len(d) == len(y) or z.all() or not z.any():
        raise ValueError
    itt = float(y[z].mean() - y[~z].mean())
    comp = float(d[z].mean() - d[~z].mean())
    naive = None if d.all() or not d.any() else float(y[d].mean() - y[~d].mean())
    return dict(itt=itt, compliance=comp, cace=None if comp <= 1e-12 else itt / comp, naive=naive)
