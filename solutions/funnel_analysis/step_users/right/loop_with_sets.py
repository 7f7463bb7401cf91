# A loop over the rows that fills four sets of users; the frame's columns in another order.
import pandas as pd


def step_users(events):
    who = {"view": set(), "add_to_cart": set(), "checkout": set(), "purchase": set()}
    for row in events.itertuples(index=False):
        if pd.isna(row.user_id) or pd.isna(row.event_ts) or row.event_name not in who:
            continue
        who[row.event_name].add(int(row.user_id))
    return pd.DataFrame(
        {
            "users": [len(users) for users in who.values()],
            "event_name": list(who),
            "step": [1, 2, 3, 4],
        }
    )
