# Plain Python from the rows up, without the earlier answers: dictionaries, tuples and a Categorical.
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]
COLUMNS = ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]


def funnel_by_device(events):
    log = {}
    for user, time, name, device in events.itertuples(index=False, name=None):
        if pd.isna(user) or pd.isna(time) or name not in STEPS:
            continue
        log.setdefault(user, []).append((time, STEPS.index(name), "unknown" if pd.isna(device) else device))

    depths = {}  # device -> the depth of each of its users
    for own in log.values():
        own.sort()
        views = [(time, device) for time, step, device in own if step == 0]
        if not views:
            continue
        best = 0
        for start, _ in views:
            depth, now = 0, start
            for time, step, _ in own:
                if step == depth and now <= time <= start + pd.Timedelta("7D"):
                    depth, now = depth + 1, time
            best = max(best, depth)
        depths.setdefault(min(views)[1], []).append(best)

    rows = []
    for device in sorted(depths):
        users = [sum(depth >= k for depth in depths[device]) for k in (1, 2, 3, 4)]
        for k in range(4):
            rows.append(
                (
                    device,
                    k + 1,
                    STEPS[k],
                    users[k],
                    users[k] / users[0],
                    users[k] / users[k - 1] if k and users[k - 1] else None,
                    users[k - 1] - users[k] if k else None,
                )
            )
    result = pd.DataFrame(rows, columns=COLUMNS)
    return result.astype({"device": "category", "event_name": "category"})
