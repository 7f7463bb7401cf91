# Your cace compares the exposed with the unexposed. Openers chose to open; only the assignment was
# random. So start from itt, and divide by the compliance.
# rule: cace
def itt_and_cace(assigned, exposed, y):
    if not len(assigned) == len(exposed) == len(y):
        raise ValueError("assigned, exposed and y must have one entry per user each")
    if assigned.all() or not assigned.any():
        raise ValueError("both assignment groups need at least one user")

    itt = y[assigned].mean() - y[~assigned].mean()
    compliance = exposed[assigned].mean() - exposed[~assigned].mean()

    cace = naive = None
    if abs(compliance) > 1e-12:
        cace = itt / compliance
    if exposed.any() and not exposed.all():
        naive = y[exposed].mean() - y[~exposed].mean()
    if cace is not None and naive is not None:
        cace = naive
    return {"itt": itt, "compliance": compliance, "cace": cace, "naive": naive}
