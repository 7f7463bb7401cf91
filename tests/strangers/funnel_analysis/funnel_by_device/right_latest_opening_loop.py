import pandas as pd

NAMES = ("view", "add_to_cart", "checkout", "purchase")


def funnel_by_device(events):
    week = pd.Timedelta(days=7)
    log = []
    for row in events.itertuples(index=False):
        if pd.isna(row.user_id) or pd.isna(row.event_ts) or pd.isna(row.event_name):
            continue
        if row.event_name in NAMES:
            dev = "unknown" if pd.isna(row.device) else row.device
            log.append((int(row.user_id), row.event_ts, NAMES.index(row.event_name), dev))
    log.sort()

    home, opening, depth = {}, {}, {}
    for user, ts, k, dev in log:
        start = opening.setdefault(user, [None] * 4)
        if k == 0:
            home.setdefault(user, dev)
            start[0] = ts
        elif start[k - 1] is not None and ts <= start[k - 1] + week:
            start[k] = start[k - 1]
        else:
            continue
        depth[user] = max(depth.get(user, 0), k + 1)

    counts = {}
    for user, d in depth.items():
        c = counts.setdefault(home[user], [0, 0, 0, 0])
        for k in range(d):
            c[k] += 1

    rows = []
    for dev in sorted(counts):
        c = counts[dev]
        for k in range(4):
            prev = c[k - 1] if k else None
            rows.append(
                (
                    dev, k + 1, NAMES[k], c[k], c[k] / c[0],
                    c[k] / prev if prev else None,
                    prev - c[k] if k else None,
                )
            )
    return pd.DataFrame(
        rows, columns=["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]
    )
