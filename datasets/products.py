"""What the store sells: one row per product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import draws

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "product_id": "BIGINT unique not null",
    "product_name": "VARCHAR not null",
    "category": "VARCHAR not null",
    "list_price_cents": "BIGINT not null",
    "launch_date": "DATE not null",
}
GROWS = "catalogue"

# Category: products at scale 1, median price in dollars, what they are.
CATEGORIES = {
    "Books": (60, 14, "Novel|Cookbook|Atlas|Biography|Thriller|Field Guide|Anthology|Handbook"),
    "Electronics": (45, 120, "Headphones|Monitor|Keyboard|Speaker|Router|Webcam|Charger|Tablet"),
    "Garden": (14, 32, "Trowel|Hose|Planter|Rake|Lantern|Bird Feeder|Parasol|Shears"),
    "Grocery": (40, 9, "Coffee|Tea|Granola|Olive Oil|Pasta|Honey|Chocolate|Oats"),
    "Home": (48, 45, "Lamp|Rug|Blanket|Mirror|Bookshelf|Kettle|Curtain|Armchair"),
    "Office": (25, 18, "Notebook|Stapler|Desk Tray|Pen Set|Planner|Binder|Whiteboard|Label Maker"),
    "Sports": (30, 38, "Yoga Mat|Kettlebell|Racket|Helmet|Water Bottle|Jersey|Tent|Skipping Rope"),
    "Toys": (38, 22, "Puzzle|Train Set|Doll|Kite|Board Game|Building Kit|Robot|Plush Bear"),
}
MAKERS = [
    *("Alder", "Amber", "Birch", "Brook", "Cedar", "Clover", "Coral", "Dune", "Ember", "Fern"),
    *("Finch", "Harbor", "Hazel", "Heron", "Juniper", "Linden", "Maple", "Meadow", "Moss"),
    *("Otter", "Pebble", "Quill", "Rowan", "Thistle"),
]
FEWEST = 8  # products of a category, however small the store: enough for the ties
PRICE_SIGMA = 0.5
ZIPF = 1.05
SAME_NAME_PAIRS = 6
GARDEN_ON_SALE = 2  # the rest of Garden is out of stock for the last 30 days
# Products that sell equally well: category, how many are ahead of them, how many they are. In
# Electronics only the order is fixed: the 4th is the bulky product of deliveries.
TIES = (("Books", 2, 4), ("Electronics", 3, 1), ("Toys", 0, 2))
LAUNCHES = ("2019-01-01", "2024-06-30")


@dataclass(frozen=True)
class Catalogue:
    """Arrays in order of product_id (position = product_id - 1)."""

    category: np.ndarray  # position in CATEGORIES
    list_price: np.ndarray  # cents
    popularity: np.ndarray  # share of sales on an ordinary day, relative
    place: np.ndarray  # 0 for the most popular product of its category, then 1, 2, ...

    def at(self, category: str, place: int) -> int:
        """The position of a category's product by popularity."""
        found = (self.category == list(CATEGORIES).index(category)) & (self.place == place)
        return int(np.flatnonzero(found)[0])

    def tied(self) -> list[int]:
        """The positions of the products of the ties."""
        return [self.at(name, ahead + n) for name, ahead, tied in TIES for n in range(tied)]

    def out_of_stock(self) -> np.ndarray:
        """Which products cannot be bought in the last 30 days."""
        garden = self.category == list(CATEGORIES).index("Garden")
        return garden & (self.place >= GARDEN_ON_SALE)

    def __len__(self) -> int:
        return len(self.category)


def catalogue(universe: Universe) -> Catalogue:
    """The catalogue of a universe."""
    return universe.remember("catalogue", lambda: _draw(universe))


def block(universe: Universe, number: int) -> pd.DataFrame:
    """All products."""
    goods = catalogue(universe)
    rng = universe.rng("products", 0, "names")
    names = np.array(list(CATEGORIES), dtype=object)[goods.category]
    first, last = (np.datetime64(text, "D") for text in LAUNCHES)
    launched = first + rng.integers(0, int((last - first).astype(int)) + 1, len(goods))
    products = pd.DataFrame(
        {
            "product_id": np.arange(1, len(goods) + 1),
            "product_name": _names(goods, rng),
            "category": names,
            "list_price_cents": goods.list_price,
            "launch_date": launched.astype("datetime64[us]"),
        }
    )
    order = universe.rng("products").permutation(len(goods))
    return products.iloc[order].reset_index(drop=True)


def _draw(universe: Universe) -> Catalogue:
    rng = universe.rng("products", 0, "catalogue")
    grown = universe.scale**0.5
    sizes = np.array([max(round(n * grown), FEWEST) for n, *_ in CATEGORIES.values()])
    medians = np.array([median for _, median, _ in CATEGORIES.values()])
    n = sizes.sum()
    category = np.repeat(np.arange(len(sizes)), sizes)[rng.permutation(n)]
    dollars = draws.lognormal(rng.random(n), medians[category], PRICE_SIGMA)
    popularity = draws.zipf_weights(n, ZIPF)[rng.permutation(n)]
    best_first = np.lexsort((-popularity, category))
    place = np.empty(n, dtype=np.int64)
    place[best_first] = np.arange(n) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    for name, ahead, tied in TIES:
        of_it = category == list(CATEGORIES).index(name)
        equal = of_it & (place >= ahead) & (place < ahead + tied)
        popularity[equal] = popularity[equal].mean()
    list_price = np.maximum(dollars, 1).astype(np.int64) * 100 + 99
    return Catalogue(category, list_price, popularity, place)


def _names(goods: Catalogue, rng: np.random.Generator) -> np.ndarray:
    """Maker and thing, each pair once in a category, but for the planted pairs."""
    things = [words.split("|") for _, _, words in CATEGORIES.values()]
    per_category = len(MAKERS) * len(things[0])
    mixed = rng.permutation(per_category)  # each category starts elsewhere in this deal
    in_category = pd.Series(goods.category).groupby(goods.category).cumcount().to_numpy()
    pair = mixed[(in_category + 25 * goods.category) % per_category]
    edition = in_category // per_category + 1  # beyond scale 10 the pairs run out
    maker = np.array(MAKERS, dtype=object)[pair // len(things[0])]
    thing = np.array(things, dtype=object)[goods.category, pair % len(things[0])]
    names = maker + " " + thing
    names[edition > 1] += " " + edition[edition > 1].astype("U").astype(object)
    # The 2nd product of a category takes the name of the 1st, in the first six categories.
    for code in range(SAME_NAME_PAIRS):
        first, second = np.flatnonzero(goods.category == code)[:2]
        names[second] = names[first]
    return names
