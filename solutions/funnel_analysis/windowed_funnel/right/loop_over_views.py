# Plain Python: every view of every user is tried, with recursion over the remaining steps.
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def deepest(times, k, now, end):
    """The deepest step from here: times of the user by step, k steps done, the last of them at now."""
    if k == len(STEPS):
        return k
    later = [t for t in times[STEPS[k]] if now <= t <= end]
    return deepest(times, k + 1, min(later), end) if later else k


def windowed_funnel(events):
    by_user = {}
    for row in events.to_dict("records"):
        if pd.isna(row["user_id"]) or pd.isna(row["event_ts"]) or row["event_name"] not in STEPS:
            continue
        own = by_user.setdefault(row["user_id"], {name: [] for name in STEPS})
        own[row["event_name"]].append(row["event_ts"])
    depths = [
        max((deepest(times, 1, v, v + pd.Timedelta(hours=168)) for v in times["view"]), default=0)
        for times in by_user.values()
    ]
    users = [sum(depth >= k for depth in depths) for k in (1, 2, 3, 4)]
    return pd.DataFrame(
        {
            "step": [1, 2, 3, 4],
            "event_name": STEPS,
            "users": users,
            "from_start": [n / users[0] if users[0] else None for n in users],
            "from_previous": [None] + [b / a if a else None for a, b in zip(users, users[1:])],
            "dropped": [None] + [a - b for a, b in zip(users, users[1:])],
        }
    )
