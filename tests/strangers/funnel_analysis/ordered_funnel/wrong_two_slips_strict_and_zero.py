# Two slips: steps must be strictly later (equal timestamps are refused), and ratios over an empty step give 0.0 instead of NULL.
import pandas as pd


def ordered_funnel(events):
    e = events[events["user_id"].notna() & events["event_ts"].notna()]
    names = ["view", "add_to_cart", "checkout", "purchase"]
    t = e[e["event_name"] == "view"].groupby("user_id")["event_ts"].min()
    users = [len(t)]
    for name in names[1:]:
        c = e[e["event_name"] == name].merge(t.rename("after").reset_index(), on="user_id")
        c = c[c["event_ts"] > c["after"]]
        t = c.groupby("user_id")["event_ts"].min()
        users.append(len(t))
    rows = []
    for i, (name, n) in enumerate(zip(names, users)):
        rows.append(
            dict(
                step=i + 1,
                event_name=name,
                users=n,
                from_start=n / users[0] if users[0] else 0.0,
                from_previous=None if i == 0 else (n / users[i - 1] if users[i - 1] else 0.0),
                dropped=None if i == 0 else users[i - 1] - n,
            )
        )
    return pd.DataFrame(rows)
