"""The pages of the site, and how a burst of clicks walks over them."""

from __future__ import annotations

import numpy as np

from . import draws
from .products import CATEGORIES, catalogue

FIXED = np.array(["/", "/search", "/cart", "/checkout", "/thanks"], dtype=object)
FIRST = np.array([0.34, 0.20, 0.18, 0.28])  # of first clicks: home, search, a category, a product
LATER = np.array([0.06, 0.18, 0.18, 0.52, 0.06])  # the same, and the cart
BUYS = 0.12  # of bursts with at least four clicks end in cart, checkout, thanks


def pages(universe, rng: np.random.Generator, burst: np.ndarray, new: np.ndarray) -> np.ndarray:
    """The page of every click: `burst` numbers the bursts in order, `new` marks first clicks."""
    n = len(burst)
    uniform = rng.random(n)
    kind = np.where(new, draws.pick(uniform, FIRST), draws.pick(uniform, LATER))
    url = np.select(
        [kind == 0, kind == 1, kind == 2, kind == 3],
        [FIXED[0], FIXED[1], _categories(rng, n), _products(universe, rng, n)],
        FIXED[2],
    ).astype(object)
    _checkouts(rng, url, burst)
    for _ in range(2):  # nobody reloads: a click goes to another page than the click before
        same = np.append(False, url[1:] == url[:-1]) & ~new
        url[same] = np.where(url[same] == FIXED[1], FIXED[0], FIXED[1])
    return url


def _categories(rng: np.random.Generator, n: int) -> np.ndarray:
    urls = np.array([f"/c/{name.lower()}" for name in CATEGORIES], dtype=object)
    return urls[rng.integers(0, len(urls), n)]


def _products(universe, rng: np.random.Generator, n: int) -> np.ndarray:
    popularity = catalogue(universe).popularity
    urls = np.array([f"/p/{number}" for number in range(1, len(popularity) + 1)], dtype=object)
    return urls[draws.pick(rng.random(n), popularity)]


def _checkouts(rng: np.random.Generator, url: np.ndarray, burst: np.ndarray) -> None:
    """Lets some bursts end at the till, in place."""
    size = np.bincount(burst)
    last = np.cumsum(size) - 1
    buys = (size >= 4) & (size < 100) & (rng.random(len(size)) < BUYS)
    for back, page in enumerate(("/thanks", "/checkout", "/cart")):
        url[last[buys] - back] = page
