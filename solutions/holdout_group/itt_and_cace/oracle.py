import numpy as np


def itt_and_cace(assigned, exposed, y):
    """Least squares: itt, compliance and naive are slopes; cace comes from two stages."""
    if len({len(assigned), len(exposed), len(y)}) > 1 or len(set(assigned.tolist())) < 2:
        raise ValueError("lengths, or an empty assignment group")

    def fit(x, target):
        return np.linalg.lstsq(np.column_stack([x**0, x]), target, rcond=None)[0]

    assigned, exposed = assigned.astype(float), exposed.astype(float)
    first_stage = fit(assigned, exposed)
    compliance = first_stage[1]
    cace = naive = None
    if abs(compliance) > 1e-12:
        predicted = first_stage[0] + compliance * assigned
        cace = fit(predicted, y)[1]
    if len(set(exposed.tolist())) == 2:
        naive = fit(exposed, y)[1]
    return {"itt": fit(assigned, y)[1], "compliance": compliance, "cace": cace, "naive": naive}
