# style: plain Python lists and one helper that compares two groups
def _mean(values):
    return sum(values) / len(values) if values else None


def _gap(values, marks):
    yes = _mean([v for v, mark in zip(values, marks) if mark])
    no = _mean([v for v, mark in zip(values, marks) if not mark])
    return None if yes is None or no is None else yes - no


def itt_and_cace(assigned, exposed, y):
    a, e, y = assigned.tolist(), exposed.tolist(), y.tolist()
    if len(a) != len(y) or len(e) != len(y):
        raise ValueError("lengths differ")
    itt = _gap(y, a)
    if itt is None:
        raise ValueError("an assignment group is empty")
    compliance = _gap(e, a)
    return {
        "itt": itt,
        "compliance": compliance,
        "cace": itt / compliance if abs(compliance) > 1e-12 else None,
        "naive": _gap(y, e),
    }
