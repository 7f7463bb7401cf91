# style: a DataFrame, grouped by assignment and then by exposure
import pandas as pd


def itt_and_cace(assigned, exposed, y):
    if not (assigned.shape == exposed.shape == y.shape):
        raise ValueError("shapes differ")
    frame = pd.DataFrame({"assigned": assigned, "exposed": exposed.astype(float), "y": y})
    if frame["assigned"].nunique() < 2:
        raise ValueError("an assignment arm is empty")
    change = frame.groupby("assigned").mean().diff().loc[True]
    by_exposure = frame.groupby("exposed")["y"].mean()
    return {
        "itt": change["y"],
        "compliance": change["exposed"],
        "cace": change["y"] / change["exposed"] if abs(change["exposed"]) > 1e-12 else None,
        "naive": by_exposure[1.0] - by_exposure[0.0] if len(by_exposure) == 2 else None,
    }
