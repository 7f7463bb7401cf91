"""The lesson's tables: visits and orders derived from the store's, the others simulated.

Planted: clicks are sensitive and blind to value (one reseller's account fools Pearson), buying again
predicts value, revenue is concentrated, subscriptions predict best and reach few, the number of
categories hardly ever moves.
"""

import numpy as np
import pandas as pd

from grader import store

SEED = 55
USERS, EXPERIMENTS = 3_000, 40
FIRST_DAY = pd.Timestamp("2024-07-01")
# By the end of June every parcel ordered until then has arrived, come back or got lost. A Wednesday.
LAST_DAY = pd.Timestamp("2025-06-11")

# metric: how much of a lasting effect it picks up, how much it moves by itself, standard error
MOVES = {
    "clicks": (-0.10, 1.60, 0.45),
    "categories": (0.50, 0.15, 0.60),
    "repeat_orders": (1.00, 0.35, 0.45),
    "revenue": (0.70, 1.10, 0.60),
    "subscriptions": (1.00, 0.40, 0.55),
}


def tables():
    users, past_experiments = _users(), _past_experiments()
    return {
        "visits": _visits(),
        "orders": _orders(),
        "past_experiments": past_experiments,
        "users": users,
        "scorecard": _scorecard(users, past_experiments),
    }


def _visits():
    visits = _in_time_and_known(store.frame("visits").dropna(), "visit_ts")
    return pd.DataFrame(
        {
            "user_id": visits["customer_id"].astype("int64"),
            "visit_date": visits["visit_ts"].dt.normalize(),
        }
    )


def _orders():
    orders = _in_time_and_known(store.frame("orders").dropna(subset="order_ts"), "order_ts")
    lines, reports = store.frame("order_items"), store.frame("deliveries").dropna()
    cents = (lines["quantity"] * lines["unit_price_cents"]).groupby(lines["order_id"]).sum()
    status = reports["status"].str.lower()

    def reported(what):
        return orders["order_id"].isin(reports.loc[status == what, "order_id"])

    return pd.DataFrame(
        {
            "order_id": orders["order_id"],
            "user_id": orders["customer_id"],
            "order_date": orders["order_ts"].dt.normalize(),
            "amount": orders["order_id"].map(cents).fillna(0) / 100,
            # what never arrived was cancelled, and paid back
            "status": np.select(
                [reported("returned"), reported("delivered")],
                ["returned", "delivered"],
                "cancelled",
            ),
        }
    )


def _in_time_and_known(rows, ts):
    known = rows["customer_id"].isin(store.frame("customers")["customer_id"])
    in_time = (rows[ts] >= FIRST_DAY) & (rows[ts] < LAST_DAY + pd.Timedelta(days=1))
    return rows[known & in_time].reset_index(drop=True)


def _users():
    """The first 28 days of 3,000 newcomers, and what they were worth in the 180 days after that."""
    rng = np.random.default_rng(SEED)
    habit = rng.normal(size=USERS)

    def chance(slope, middle):
        return 1 / (1 + np.exp(-slope * (habit - middle)))

    subscribed = rng.random(USERS) < chance(4.2, 1.0)
    bought = rng.random(USERS) < chance(0.9, -0.3)
    spent = np.exp(2.6 + 0.25 * habit + 1.75 * rng.normal(size=USERS))
    clicks = np.floor(np.exp(2.6 + rng.normal(size=USERS)))
    worth = np.exp(3.6 + 0.9 * habit + 0.55 * subscribed + 0.5 * rng.normal(size=USERS))
    users = pd.DataFrame(
        {
            "user_id": np.arange(1, USERS + 1),
            "clicks": np.where(rng.random(USERS) < 0.05, np.nan, clicks),
            "categories": rng.poisson(np.exp(0.25 + 0.45 * habit)).astype(float),
            "repeat_orders": rng.poisson(np.exp(-0.9 + 1.1 * habit)).astype(float),
            "revenue": np.where(bought, spent.round(2), 0),
            # who never opened the page of subscriptions has no entry there
            "subscriptions": np.where(subscribed, 1.0 + rng.poisson(0.8, USERS), np.nan),
            "value_180d": worth.round(2),
        }
    )
    # A reseller whose programs click all day, and who buys for a whole shop.
    users.loc[users["user_id"] == 1_234, ["clicks", "value_180d"]] = [6_000.0, 9_000.0]
    return users.sample(frac=1, random_state=SEED, ignore_index=True)


def _past_experiments():
    """What 40 experiments did to each metric within two weeks, and to value after half a year."""
    rng = np.random.default_rng(SEED)
    lasting = rng.normal(size=EXPERIMENTS).round(3)
    rows = []
    for metric, (share, own, noise) in MOVES.items():
        se = (noise * (0.8 + 0.4 * rng.random(EXPERIMENTS))).round(3)
        moved = share * lasting + own * rng.normal(size=EXPERIMENTS)
        effect = (moved + se * rng.normal(size=EXPERIMENTS)).round(3)
        fault = rng.random(EXPERIMENTS)
        rows.append(
            pd.DataFrame(
                {
                    "experiment_id": np.arange(1, EXPERIMENTS + 1),
                    "metric": metric,
                    "effect": np.where(fault < 0.03, np.nan, effect),  # it was not measured
                    "se": np.where((fault >= 0.03) & (fault < 0.05), 0.0, se),  # or not logged
                    "long_term_effect": lasting,
                }
            )
        )
    return pd.concat(rows).sample(frac=1, random_state=SEED, ignore_index=True)


def _scorecard(users, past_experiments):
    values = users[list(MOVES)].fillna(0)
    top = -(-len(users) // 100)
    usable = past_experiments[past_experiments["effect"].notna() & (past_experiments["se"] > 0)]
    detected = usable["effect"].abs() / usable["se"] >= 1.96
    agrees = np.sign(usable["effect"]) == np.sign(usable["long_term_effect"])
    card = pd.DataFrame(
        {
            "coverage": (values > 0).mean(),
            "top1_share": values.apply(lambda column: column.nlargest(top).sum() / column.sum()),
            "predictive": values.rank().corrwith(users["value_180d"].rank()),
            "sensitivity": detected.groupby(usable["metric"]).mean(),
            "agreement": agrees[detected].groupby(usable["metric"]).mean(),
        }
    )
    return card.rename_axis("metric").reset_index()
