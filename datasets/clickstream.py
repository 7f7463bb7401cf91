"""Page views of the last 14 days: every visit starts a burst of clicks."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from . import draws, timeline
from .pages import pages
from .people import DEVICES, PER_UNIT, people

COLUMNS = {
    "user_id": "BIGINT",
    "ts": "TIMESTAMP",
    "page_url": "VARCHAR not null",
    "device": "VARCHAR not null",
}
GROWS = "people"

FIRST_DAY = timeline.LAST - 13
CLICKS_SIZE, CLICKS_MEAN = 0.68, 3.8  # clicks after the first: negative binomial, 28 % none
GAP_MEDIAN, GAP_SIGMA, GAP_CAP = 45.0, 1.55, 25 * 60.0  # seconds; lognormal, cut at the cap
LONG_GAP = 0.06  # of gaps: the visitor leaves and comes back
LONG_MINUTES = (31, 600)  # uniform on a log scale
# Who comes often is quick: factors on the gaps of users with 1-2, 3-4, 5 and more visits.
PACE = np.array([1.45, 1.10, 0.85])
LATE_HOUR, LATE_PACE, LATE_CLICKS = 23, 3.5, 8.0  # nobody hurries late in the evening
SAME_SECOND = 0.045  # clicks that share their moment with the click before
HOME_DEVICE = 0.85
BOTS, BOT_CLICKS, BOT_GAP = 3, 600, 2.0  # per unit of scale

EDGE_PAIRS = 40  # gaps of exactly 30 minutes, and as many just above, per unit of scale
TIMEOUT = 30 * 60 * 1_000_000  # microseconds
DUPLICATE = 0.03
NULL_USER = 0.01
NULL_TIME = 0.002

_START = timeline.date(FIRST_DAY)
_END = timeline.date(timeline.DAYS)
_MAX = (_END - _START).astype(np.int64) - 1  # microseconds since the first day


def block(universe, number: int) -> pd.DataFrame:
    """The clicks of the people of block `number`."""
    rng = universe.rng("clickstream", number)
    bursts = _bursts(universe, number, rng)
    clicks = _clicks(universe, number, bursts, rng)
    clicks["page_url"] = pages(universe, rng, clicks["burst"].to_numpy(), clicks["new"].to_numpy())
    clicks = clicks[clicks["ts"] <= _MAX].reset_index(drop=True)
    rows = _with_dirt(rng, clicks)
    return rows.loc[rng.permutation(len(rows)), list(COLUMNS)].reset_index(drop=True)


def _bursts(universe, number: int, rng: np.random.Generator) -> pd.DataFrame:
    """One row per visit of these days: user, start (microseconds), clicks, pace, device."""
    visits = universe.block("visits", number).dropna().drop_duplicates()
    visits = visits[(visits["visit_ts"] >= _START) & (visits["visit_ts"] < _END)]
    visits = visits.sort_values(["customer_id", "visit_ts"])
    user = visits["customer_id"].to_numpy(dtype=np.int64)
    start = (visits["visit_ts"].to_numpy() - _START).astype("timedelta64[us]").astype(np.int64)
    n = len(user)
    count = pd.Series(user).groupby(user).transform("size").to_numpy()
    late = timeline.second_number(visits["visit_ts"].to_numpy()) >= LATE_HOUR * 3600
    clicks = 1 + draws.negative_binomial(rng.random(n), CLICKS_SIZE, CLICKS_MEAN)
    clicks += late * draws.geometric(rng.random(n), LATE_CLICKS)
    bot = np.zeros(n, dtype=bool)
    early = np.flatnonzero(start < _MAX - BOT_CLICKS * BOT_GAP * 1e6)
    bot[early[rng.permutation(len(early))[: universe.count(BOTS, number)]]] = True
    return pd.DataFrame(
        {
            "user": user,
            "start": start,
            "clicks": np.where(bot, BOT_CLICKS, clicks),
            "pace": PACE[np.digitize(count, [3, 5])] * np.where(late, LATE_PACE, 1.0),
            "bot": bot,
            "device": _devices(universe, number, user, rng),
        }
    )


def _devices(universe, number: int, user: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The device of each visit: mostly the one the customer uses at home."""
    home = people(universe, number).device
    position = user - universe.first_id(PER_UNIT, number)
    other = draws.choose(rng.random(len(user)), DEVICES)
    known = position < len(home)
    stays = known & (rng.random(len(user)) < HOME_DEVICE)
    return np.where(stays, home[np.where(known, position, 0)], other)


def _clicks(universe, number: int, bursts: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """One row per click, by burst and time. `kept` clicks must not lose their user or time."""
    size = bursts["clicks"].to_numpy()
    burst = np.repeat(np.arange(len(bursts)), size)
    new = np.append(True, burst[1:] != burst[:-1])
    n = len(burst)
    bot = bursts["bot"].to_numpy()[burst]
    pace = bursts["pace"].to_numpy()
    gap = draws.lognormal(rng.random(n) * _below_cap(pace)[burst], GAP_MEDIAN, GAP_SIGMA)
    gap *= pace[burst]
    low, high = np.log(np.array(LONG_MINUTES) * 60.0)
    away = (rng.random(n) < LONG_GAP) & ~new & ~bot
    gap = np.where(away, np.exp(low + rng.random(n) * (high - low)), gap)
    gap = np.where(bot, BOT_GAP, gap)
    gap = (gap * 1e6).astype(np.int64)
    gap[(rng.random(n) < SAME_SECOND) & ~away & ~bot] = 0
    gap[new] = 0
    edge = _edge_gaps(universe, number, bursts, burst, gap, away, rng)
    total = np.cumsum(gap)
    since = total - np.repeat(total[new], size)
    kept = new | bot | edge | np.append(edge[1:], False)
    return pd.DataFrame(
        {
            "user_id": bursts["user"].to_numpy()[burst],
            "ts": bursts["start"].to_numpy()[burst] + since,
            "device": bursts["device"].to_numpy()[burst],
            "burst": burst,
            "new": new,
            "kept": kept,
        }
    )


def _below_cap(pace: np.ndarray) -> np.ndarray:
    """The share of gaps below the cap at that pace: uniform numbers below it give gaps below it."""
    paces, index = np.unique(pace, return_inverse=True)
    scores = np.log(GAP_CAP / (GAP_MEDIAN * paces)) / GAP_SIGMA
    return np.array([0.5 * (1 + math.erf(score / math.sqrt(2))) for score in scores])[index]


def _edge_gaps(
    universe,
    number: int,
    bursts: pd.DataFrame,
    burst: np.ndarray,
    gap: np.ndarray,
    away: np.ndarray,
    rng: np.random.Generator,
) -> np.ndarray:
    """Turns some long gaps into the edge cases of a 30-minute timeout, in place.

    Only in bursts that no other burst of the user comes near, so that the two clicks stay
    neighbours. Returns which clicks end such a gap.
    """
    length = np.bincount(burst, weights=gap, minlength=len(bursts)).astype(np.int64)
    user, start = bursts["user"].to_numpy(), bursts["start"].to_numpy()
    end = start + length
    latest = pd.Series(end).groupby(user).cummax().to_numpy()
    follows = np.append(False, user[1:] == user[:-1])
    near_before = follows & (start - np.append(0, latest[:-1]) < 2 * TIMEOUT)
    alone = ~near_before & ~np.append(near_before[1:], False) & (end <= _MAX)
    one_away = np.bincount(burst[away], minlength=len(bursts)) == 1
    candidates = np.flatnonzero(away & (alone & one_away)[burst])
    pairs = min(universe.count(EDGE_PAIRS, number), len(candidates) // 2)
    chosen = candidates[rng.permutation(len(candidates))[: 2 * pairs]]
    gap[chosen[:pairs]] = TIMEOUT
    # One microsecond more, then spread over the rest of the minute.
    gap[chosen[pairs:]] = TIMEOUT + 1 + rng.integers(0, 59_000_000, pairs)
    gap[chosen[pairs : pairs + pairs // 4]] = TIMEOUT + 1
    edge = np.zeros(len(gap), dtype=bool)
    edge[chosen] = True
    return edge


def _with_dirt(rng: np.random.Generator, clicks: pd.DataFrame) -> pd.DataFrame:
    """Missing users and times, and rows that were sent twice."""
    n = len(clicks)
    free = np.flatnonzero(~clicks["kept"].to_numpy())
    lost = free[rng.permutation(len(free))]
    users, times = round(NULL_USER * n), round(NULL_TIME * n)
    user = pd.array(clicks["user_id"].to_numpy(), dtype="Int64")
    user[lost[:users]] = pd.NA
    moment = _START + clicks["ts"].to_numpy().astype("timedelta64[us]")
    moment[lost[users : users + times]] = np.datetime64("NaT")
    clicks["user_id"], clicks["ts"] = user, moment
    rows = np.append(np.arange(n), draws.some(rng, n, DUPLICATE))
    return clicks.loc[rows].reset_index(drop=True)
