# You keep only those who did as they were assigned. Openers were better customers before the mail,
# so the groups that are left differ in more than the feature: compare all who were assigned with
# all who were not.
# rule: itt
def itt_and_cace(assigned, exposed, y):
    if not len(assigned) == len(exposed) == len(y):
        raise ValueError("assigned, exposed and y must have one entry per user each")
    if assigned.all() or not assigned.any():
        raise ValueError("both assignment groups need at least one user")

    obeyed = exposed == assigned
    treated = assigned & obeyed if (assigned & obeyed).any() else assigned
    others = ~assigned & obeyed if (~assigned & obeyed).any() else ~assigned
    itt = y[treated].mean() - y[others].mean()
    compliance = exposed[assigned].mean() - exposed[~assigned].mean()

    cace = naive = None
    if abs(compliance) > 1e-12:
        cace = itt / compliance
    if exposed.any() and not exposed.all():
        naive = y[exposed].mean() - y[~exposed].mean()
    return {"itt": itt, "compliance": compliance, "cace": cace, "naive": naive}
