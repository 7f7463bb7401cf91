# One pass over the sorted rows: a user moves up when the event is the next step. Decimal ratios.
from decimal import Decimal, getcontext

import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    rows = [
        (user, time, STEPS.index(name))
        for user, time, name in zip(events["user_id"], events["event_ts"], events["event_name"])
        if pd.notna(user) and pd.notna(time) and name in STEPS
    ]
    depth = {}
    for user, _, step in sorted(rows):
        if step == depth.get(user, 0):
            depth[user] = step + 1
    getcontext().prec = 28
    result = []
    for k, name in enumerate(STEPS, start=1):
        users = sum(d >= k for d in depth.values())
        start = result[0]["users"] if result else users
        before = result[-1]["users"] if result else None
        result.append(
            {
                "step": k,
                "event_name": name,
                "users": users,
                "from_start": Decimal(users) / start if start else None,
                "from_previous": Decimal(users) / before if before else None,
                "dropped": before - users if before is not None else None,
            }
        )
    return pd.DataFrame(result)
