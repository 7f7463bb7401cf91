# The steps as an ordered Categorical: unknown names become missing, unobserved ones stay with 0.
import pandas as pd


def step_users(events):
    steps = pd.CategoricalDtype(["view", "add_to_cart", "checkout", "purchase"], ordered=True)
    known = events[events["user_id"].notna() & events["event_ts"].notna()].drop_duplicates(
        ["user_id", "event_name"]
    )
    names = known["event_name"].astype(object).where(known["event_name"].isin(steps.categories), None)
    counts = names.astype(steps).value_counts(sort=False)
    result = counts.rename_axis("event_name").reset_index(name="users")
    result.insert(0, "step", [1.0, 2.0, 3.0, 4.0])
    return result
