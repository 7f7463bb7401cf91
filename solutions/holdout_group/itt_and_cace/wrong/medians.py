# You compare medians here. The contract compares means: only means add up to what the company
# earns, and only for them does the division by the compliance hold.
# rule: itt
import numpy as np


def itt_and_cace(assigned, exposed, y):
    if not len(assigned) == len(exposed) == len(y):
        raise ValueError("assigned, exposed and y must have one entry per user each")
    if assigned.all() or not assigned.any():
        raise ValueError("both assignment groups need at least one user")

    itt = np.median(y[assigned]) - np.median(y[~assigned])
    compliance = exposed[assigned].mean() - exposed[~assigned].mean()

    cace = naive = None
    if abs(compliance) > 1e-12:
        cace = itt / compliance
    if exposed.any() and not exposed.all():
        naive = y[exposed].mean() - y[~exposed].mean()
    return {"itt": itt, "compliance": compliance, "cace": cace, "naive": naive}
