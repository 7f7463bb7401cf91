# Your compliance is the share of all users who were exposed. It is the share among the assigned
# minus the share among the others.
# rule: compliance
def itt_and_cace(assigned, exposed, y):
    if not len(assigned) == len(exposed) == len(y):
        raise ValueError("assigned, exposed and y must have one entry per user each")
    if assigned.all() or not assigned.any():
        raise ValueError("both assignment groups need at least one user")

    itt = y[assigned].mean() - y[~assigned].mean()
    compliance = exposed.mean()

    cace = naive = None
    if abs(compliance) > 1e-12:
        cace = itt / compliance
    if exposed.any() and not exposed.all():
        naive = y[exposed].mean() - y[~exposed].mean()
    return {"itt": itt, "compliance": compliance, "cace": cace, "naive": naive}
