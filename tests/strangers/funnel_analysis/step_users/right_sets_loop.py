import pandas as pd


def step_users(events):
    print("rows:", len(events))
    seen = {"view": set(), "add_to_cart": set(), "checkout": set(), "purchase": set()}
    for row in events.itertuples():
        if pd.isna(row.user_id) or pd.isna(row.event_ts) or pd.isna(row.event_name):
            continue
        if row.event_name in seen:
            seen[row.event_name].add(int(row.user_id))
    return pd.DataFrame([[i, n, len(s)] for i, (n, s) in enumerate(seen.items(), 1)], columns=["step", "event_name", "users"], dtype=object)
