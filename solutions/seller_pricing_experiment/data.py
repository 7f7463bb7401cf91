"""The lesson's tables: co-views and candidate clusterings of 160 products, and a switchback's hours.

All three are simulated. Two products are looked at in one session the more often the nearer they are:
the same category, a similar price. The hours follow revenue = region + hour of the day + 10 x price
change in effect + noise, where the change in effect moves half of the way to the current price every
hour, so that the effect of the new prices is 10 and comes in late.
"""

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

SEED = 65
CATEGORIES, BRANDS, PRODUCTS = 8, 12, 160
FOUND = (4, 12, 24, 48, 96)  # clusters that are cut out of the co-views
NO_BRAND = 0.1

REGIONS = ("Ash", "Birch", "Cedar", "Elm", "Larch", "Maple", "Oak", "Pine")
DAYS, BLOCK = 7, 4  # hours of a block
EFFECT, CARRYOVER = 10.0, 0.5
SHARED, NOISE = 2.5, 1.5  # what the hours of a block share (the weather), and of each hour


def tables():
    return _products() | {"df": _hours()}


def _products():
    rng = np.random.default_rng(SEED)
    category = np.arange(PRODUCTS) % CATEGORIES
    brand = rng.integers(0, BRANDS, PRODUCTS)
    price = rng.random(PRODUCTS)
    near = np.exp(-np.abs(price[:, None] - price) / 0.15)
    rate = np.where(category[:, None] == category, 40 * near, 0.12)
    a, b = np.triu_indices(PRODUCTS, 1)
    sessions = rng.poisson(rate[a, b])
    coviews = pd.DataFrame({"product_a": a + 1, "product_b": b + 1, "sessions": sessions})
    coviews = coviews[sessions > 0]
    # The log has a pair in the order of the clicks, and reloads of one page as a pair with itself.
    turned = rng.random(len(coviews)) < 0.5
    coviews.loc[turned, ["product_a", "product_b"]] = coviews.loc[
        turned, ["product_b", "product_a"]
    ].to_numpy()
    reloads = rng.poisson(6, PRODUCTS)
    own = pd.DataFrame({"product_a": range(1, PRODUCTS + 1), "sessions": reloads})
    coviews = pd.concat([coviews, own.assign(product_b=own["product_a"])])

    branded = rng.random(PRODUCTS) >= NO_BRAND
    seen = np.zeros((PRODUCTS, PRODUCTS))
    seen[a, b] = sessions
    tree = linkage(squareform(1 / (1 + seen + seen.T), checks=False), "average")
    candidates = {
        "everything": np.ones(PRODUCTS, dtype=int),
        "category": category + 1,
        "category and price": 3 * category + np.digitize(price, [1 / 3, 2 / 3]) + 1,
        "brand": np.where(branded, brand + 1, 0),
        "single products": np.arange(1, PRODUCTS + 1),
    } | {f"co-views, {k}": fcluster(tree, k, "maxclust") for k in FOUND}
    clusters = pd.concat(
        pd.DataFrame(
            {"clustering": name, "product_id": range(1, PRODUCTS + 1), "cluster_id": cluster}
        )
        for name, cluster in candidates.items()
    )
    clusters = clusters[clusters["cluster_id"] > 0].astype({"cluster_id": "int64"})
    return {"coviews": _shuffled(coviews), "clusters": _shuffled(clusters)}


def _hours():
    rng = np.random.default_rng(SEED)
    hour = np.arange(24 * DAYS)
    first = rng.permutation(np.arange(len(REGIONS)) % 2)  # by lot: half begin with the new prices
    rows = []
    for region, begins in zip(REGIONS, first, strict=True):
        treated = (hour // BLOCK + begins) % 2 == 1
        in_effect = treated.astype(float)  # nothing is carried over into the first hour
        for h in hour[1:]:
            in_effect[h] = CARRYOVER * in_effect[h - 1] + (1 - CARRYOVER) * treated[h]
        shared = np.repeat(SHARED * rng.normal(size=len(hour) // BLOCK), BLOCK)
        day = np.sin(2 * np.pi * (hour % 24 - 9) / 24)
        noise = shared + NOISE * rng.normal(size=len(hour))
        revenue = 100 + rng.normal() + day + EFFECT * in_effect + noise
        rows.append(
            pd.DataFrame(
                {"region": region, "hour": hour, "treated": treated, "revenue": revenue.round(2)}
            )
        )
    rows = pd.concat(rows)
    # An evening of Elm was not logged.
    return _shuffled(rows[(rows["region"] != "Elm") | ~rows["hour"].between(66, 70)])


def _shuffled(rows):
    columns = [c for c in ("product_a", "product_b", "sessions") if c in rows] or list(rows)
    return rows[columns].sample(frac=1, random_state=SEED, ignore_index=True)
