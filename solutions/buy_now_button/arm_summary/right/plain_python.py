# style: sets and loops, no grouping by pandas
import pandas as pd


def arm_summary(assignments, clicks, orders):
    members = {}
    for user, variant in assignments.itertuples(index=False):
        members.setdefault(variant, set()).add(user)
    crossed = members.get("control", set()) & members.get("treatment", set())
    clicked = set(clicks["user_id"])
    rows = []
    for variant, everybody in members.items():
        arm = everybody - crossed
        if not arm:
            continue
        sold = [o for o in orders.itertuples() if o.user_id in arm and o.status != "cancelled"]
        revenue = sum((o.amount for o in sold), 0.0)
        rows.append(
            {
                "variant": variant,
                "users": len(arm),
                "clickers": len(arm & clicked),
                "ctr": len(arm & clicked) / len(arm),
                "buyers": len({o.user_id for o in sold}),
                "orders": len(sold),
                "revenue": revenue,
                "revenue_per_user": revenue / len(arm),
                "aov": revenue / len(sold) if sold else None,
            }
        )
    names = "variant users clickers ctr buyers orders revenue revenue_per_user aov"
    return pd.DataFrame(rows, columns=names.split())
