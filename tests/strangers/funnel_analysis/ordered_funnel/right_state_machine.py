import pandas as pd

STEP = {"view": 1, "add_to_cart": 2, "checkout": 3, "purchase": 4}


def ordered_funnel(events):
    log = []
    for user, ts, name in zip(events["user_id"], events["event_ts"], events["event_name"]):
        if pd.isna(user) or pd.isna(ts) or pd.isna(name) or name not in STEP:
            continue
        log.append((int(user), ts, STEP[name]))
    log.sort()  # equal times: lower step first, so one pass advances through ties

    depth = {}
    for user, _, step in log:
        if depth.get(user, 0) == step - 1:
            depth[user] = step

    users = [sum(d >= k for d in depth.values()) for k in (1, 2, 3, 4)]
    out = []
    for k, name in enumerate(STEP):
        n = users[k]
        prev = users[k - 1] if k else None
        out.append(
            {
                "step": k + 1,
                "event_name": name,
                "users": n,
                "from_start": n / users[0] if users[0] else None,
                "from_previous": n / prev if prev else None,
                "dropped": None if prev is None else prev - n,
            }
        )
    return pd.DataFrame(out)
