# order ignored
import pandas as pd


def ordered_funnel(events):
    e = events.dropna(subset=["user_id", "event_ts"])
    names, alive, rows = ["view", "add_to_cart", "checkout", "purchase"], None, []
    for k, n in enumerate(names, 1):
        who = set(e.loc[e.event_name == n, "user_id"])
        alive = who if alive is None else alive & who
        rows.append([k, n, len(alive)])
    out = pd.DataFrame(rows, columns=["step", "event_name", "users"])
    prev = out.users.shift()
    out["from_start"] = out.users / out.users.where(out.users > 0).iloc[0]
    out["from_previous"] = out.users / prev.where(prev > 0)
    return out.assign(dropped=prev - out.users)
