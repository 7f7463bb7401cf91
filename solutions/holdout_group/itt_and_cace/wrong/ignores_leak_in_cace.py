# You report the right compliance, but divide by the exposure rate of the assigned. When held-out
# users get in, what the assignment changed is the difference of two exposure rates, and that is
# the divisor.
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
        cace = itt / (exposed[assigned].mean() or compliance)
    if exposed.any() and not exposed.all():
        naive = y[exposed].mean() - y[~exposed].mean()
    return {"itt": itt, "compliance": compliance, "cace": cace, "naive": naive}
