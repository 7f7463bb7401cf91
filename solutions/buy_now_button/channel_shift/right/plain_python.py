# style: dicts and loops
import pandas as pd


def channel_shift(assignments, orders):
    seen = {}
    for user, variant in assignments.itertuples(index=False):
        seen.setdefault(user, set()).add(variant)
    arm = {user: min(names) for user, names in seen.items() if len(names) == 1}
    users = {name: sum(v == name for v in arm.values()) for name in ("control", "treatment")}
    rows = []
    for channel in ("cart", "buy_now"):
        rates, means, money = [], [], []
        for name, n in users.items():
            sold = [
                (o.items, o.amount)
                for o in orders.itertuples()
                if arm.get(o.user_id) == name and o.channel == channel and o.status != "cancelled"
            ]
            rates.append(1000 * len(sold) / n if n else None)
            means.append(sum(i for i, _ in sold) / len(sold) if sold else None)
            money.append(1000 * sum(a for _, a in sold) / n if n else None)
        change = None if None in money else money[1] - money[0]
        rows.append((channel, *rates, *means, change))
    names = ["channel", "orders_1k_control", "orders_1k_treatment"]
    names += ["items_per_order_control", "items_per_order_treatment", "revenue_1k_change"]
    return pd.DataFrame(rows, columns=names)
