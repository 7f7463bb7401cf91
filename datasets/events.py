"""What shoppers did in the last 60 days: searches, views, carts, checkouts, purchases."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import draws, timeline
from .attempts import FIRST_DAY, Attempts, attempts, shopping
from .people import DEVICES

COLUMNS = {
    "user_id": "BIGINT",
    "event_ts": "TIMESTAMP",
    "event_name": "VARCHAR",
    "device": "VARCHAR",
}
GROWS = "people"

VIEWS_MEAN, MOST_VIEWS = 2.8, 8  # geometric beyond the first view, at most eight in all
SEARCHES_MEAN = 1.5
STEP_MEDIAN, STEP_SIGMA = 4 * 60.0, 1.0  # seconds between steps: lognormal
SLEEP, SLEEP_DAYS = 0.12, (1.0, 12.0)  # of steps after the last view: "I will sleep on it"
DEEP_LINK = 0.15  # of carts come before any view of the attempt: a link in an e-mail
BATCHED = 0.05  # of carts carry the second of the last view

MISSPELT = 50  # 'View', per unit of scale
NULL_USER = 0.01
NULL_TIME = 0.003
NULL_NAME = 0.002
NULL_DEVICE = 0.04
LOST_WITHOUT_DEVICE = 0.70  # of purchases whose order was lost: a browser that hides itself
DUPLICATE = 0.02

STEPS = np.array(["view", "add_to_cart", "checkout", "purchase"], dtype=object)


def block(universe, number: int) -> pd.DataFrame:
    """The events of the people of block `number`."""
    them = attempts(universe, number)
    rng = universe.rng("events", number)
    steps = _step_times(rng, them)
    who = shopping(universe, number, them, steps[3])
    rows = pd.concat(
        [_funnel(rng, them, steps), _views(rng, them, steps), _searches(rng, them)],
        ignore_index=True,
    )
    attempt = rows.pop("attempt").to_numpy()
    rows["user_id"] = who.user[them.mission[attempt]]
    second = np.floor(who.start[attempt]).astype(np.int64) + rows.pop("offset").to_numpy()
    rows["event_ts"] = timeline.moment(0, second)
    shown = (second >= FIRST_DAY * timeline.SECONDS) & (second < timeline.DAYS * timeline.SECONDS)
    rows = _with_dirt(universe, number, rng, rows[shown].reset_index(drop=True))
    return rows.loc[rng.permutation(len(rows)), list(COLUMNS)].reset_index(drop=True)


def _step_times(rng: np.random.Generator, them: Attempts) -> np.ndarray:
    """Seconds from the start to the last view, the cart, the checkout and the purchase."""
    n = len(them)
    low, high = SLEEP_DAYS
    gaps = draws.lognormal(rng.random((3, n)), STEP_MEDIAN, STEP_SIGMA)
    sleeps = rng.random((3, n)) < SLEEP
    gaps += sleeps * (low + rng.random((3, n)) * (high - low)) * timeline.SECONDS
    gaps = np.ceil(gaps).astype(np.int64)
    views = 1 + np.minimum(draws.geometric(rng.random(n), VIEWS_MEAN), MOST_VIEWS - 1)
    last_view = np.ceil(
        (views - 1) * draws.lognormal(rng.random(n), STEP_MEDIAN / 3, STEP_SIGMA)
    ).astype(np.int64)
    gaps[0, rng.random(n) < BATCHED] = 0
    later = last_view + np.cumsum(gaps, axis=0)
    early = rng.random(n) < DEEP_LINK
    cart = np.where(early, -np.minimum(gaps[0], 3600), later[0])
    return np.stack([last_view, cart, later[1], later[2], views])


def _funnel(rng: np.random.Generator, them: Attempts, steps: np.ndarray) -> pd.DataFrame:
    """Carts, checkouts and purchases, on the device in hand at that step."""
    devices = [them.entry, them.final, them.final]  # who switches does so after the cart
    parts = []
    for step in (1, 2, 3):
        rows = np.flatnonzero(them.depth > step)
        parts.append(_rows(rows, steps[step, rows], STEPS[step], devices[step - 1][rows]))
    rows = pd.concat(parts, ignore_index=True)
    hidden = them.lost[rows["attempt"]] & (rng.random(len(rows)) < LOST_WITHOUT_DEVICE)
    rows["device"] = rows["device"].mask(hidden)
    return rows


def _views(rng: np.random.Generator, them: Attempts, steps: np.ndarray) -> pd.DataFrame:
    """The views of every attempt: the first at its start, the others up to the last view."""
    views = steps[4]
    rows = np.repeat(np.arange(len(them)), views)
    place = np.arange(len(rows)) - np.repeat(np.cumsum(views) - views, views)
    share = np.where(place == views[rows] - 1, 1.0, rng.random(len(rows)))
    offset = (np.where(place == 0, 0.0, share) * steps[0, rows]).astype(np.int64)
    return _rows(rows, offset, STEPS[0], them.entry[rows])


def _searches(rng: np.random.Generator, them: Attempts) -> pd.DataFrame:
    """Searches before the first view."""
    searches = draws.geometric(rng.random(len(them)), SEARCHES_MEAN)
    rows = np.repeat(np.arange(len(them)), searches)
    before = draws.lognormal(rng.random(len(rows)), STEP_MEDIAN, STEP_SIGMA)
    return _rows(rows, -np.ceil(before).astype(np.int64), "search", them.entry[rows])


def _rows(attempt: np.ndarray, offset: np.ndarray, name: str, device: np.ndarray) -> pd.DataFrame:
    names = np.array(list(DEVICES), dtype=object)
    return pd.DataFrame(
        {"attempt": attempt, "offset": offset, "event_name": name, "device": names[device]}
    )


def _with_dirt(universe, number: int, rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    """Misspelt names, missing values, and rows that were sent twice."""
    n = len(rows)
    views = np.flatnonzero(rows["event_name"] == "view")
    misspelt = views[rng.permutation(len(views))[: universe.count(MISSPELT, number)]]
    rows.loc[misspelt, "event_name"] = "View"
    rows["user_id"] = rows["user_id"].astype("Int64")
    for column, share in (
        ("user_id", NULL_USER),
        ("event_ts", NULL_TIME),
        ("event_name", NULL_NAME),
        ("device", NULL_DEVICE),
    ):
        rows.loc[draws.some(rng, n, share), column] = None
    return rows.loc[np.append(np.arange(n), draws.some(rng, n, DUPLICATE))].reset_index(drop=True)
