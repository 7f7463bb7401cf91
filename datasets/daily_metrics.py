"""The store's dashboard: one row per day of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import dau_by_segment, draws, timeline

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "day": "DATE unique not null",
    "week_start": "DATE not null",
    "dau": "BIGINT not null",
    "searches": "BIGINT not null",
    "search_success": "DOUBLE not null",
    "page_views": "BIGINT not null",
    "wishlist_adds": "BIGINT not null",
    "orders": "BIGINT not null",
    "revenue_cents": "BIGINT not null",
    "refunds": "BIGINT not null",
    "repeat_purchase_rate": "DOUBLE not null",
    "nps": "DOUBLE",
    "support_tickets": "BIGINT not null",
    "social_mentions": "BIGINT not null",
    "p95_latency_ms": "BIGINT not null",
}
GROWS = "fixed"

DRAW = 59  # its stream of random numbers: chosen so that the store shows what the card says
WEEKS = 53  # the last one has a single day
BEFORE, AFTER = 4, 4  # weeks around the year, for what lags and what leads

USERS_AT_START = 0.86  # of the usual number of users, a year ago
USER_NOISE = 0.01
ORDERS_PER_USER, ORDER_CENTS = 0.15, 5_600
PRIME_DAY_USERS, HOLIDAY_USERS = 1.30, 1.08
# How much people want to buy in a week, beside the season: it comes back to its mean.
DEMAND_SD, DEMAND_MEMORY = 0.08, 0.5
WISHES, WISH_LEAD, WISH_NOISE = 9_000, 3, 0.05  # wish lists fill three weeks before the orders
REFUNDS, REFUND_LAG, REFUND_NOISE = 0.05, 2, 0.03  # refunds come two weeks after them
# The share of searches that end in a product page, and that of buyers who buy again, weeks later.
SUCCESS, SUCCESS_SD, SUCCESS_MEMORY = 0.62, 0.020, 0.5
REPEAT, REPEAT_SD, REPEAT_LAG, REPEAT_CORRELATION = 0.24, 0.012, 4, 0.6
# Page views go with a number that marketing and layout move as they like.
PAGES, PAGES_SD, PAGES_MEMORY = 9.0, 0.08, 0.8
NPS, NPS_SD, NO_SURVEY = 38.0, 2.5, 0.05
TICKETS, LOGIN_TICKETS = 0.012, 1.9  # per user; times as many while people cannot log in
MENTIONS, LATENCY = 420, 900


def block(universe: Universe, number: int) -> pd.DataFrame:
    """All days."""
    rng = universe.rng("daily_metrics", 0, DRAW)
    day = np.arange(timeline.DAYS)
    users, there = _users(universe, rng)
    demand = _demand(rng)  # by day, from BEFORE weeks earlier to AFTER weeks later
    usual = ORDERS_PER_USER * dau_by_segment.USERS
    orders = np.rint(usual * _at(demand, 0) * there * _noise(rng, 0.015)).astype(np.int64)
    wishes = WISHES * _weekly(_at(demand, WISH_LEAD)) * _by_week(_noise(rng, WISH_NOISE, WEEKS))
    refunds = REFUNDS * usual * _weekly(_at(demand, -REFUND_LAG)) * _noise(rng, REFUND_NOISE)
    success, repeat = _success_and_repeat(rng)
    made = pd.DataFrame(
        {
            "day": timeline.date(day),
            "week_start": timeline.date(day - day % 7),
            "dau": users,
            "searches": _count(users * 1.9 * _noise(rng, 0.02)),
            "search_success": (success + 0.003 * draws.normal(rng.random(len(day)))).round(4),
            "page_views": _count(users * _pages(rng) * _noise(rng, 0.02)),
            "wishlist_adds": _count(wishes * _noise(rng, 0.03)),
            "orders": orders,
            "revenue_cents": _count(orders * ORDER_CENTS * _noise(rng, 0.02)),
            "refunds": _count(refunds),
            "repeat_purchase_rate": (repeat + 0.002 * draws.normal(rng.random(len(day)))).round(4),
            "nps": _nps(rng, day),
            "support_tickets": _count(users * TICKETS * _noise(rng, 0.06) * _login_loop(day)),
            "social_mentions": _count(MENTIONS * _noise(rng, 0.35)),
            "p95_latency_ms": _count(LATENCY * _noise(rng, 0.06)),
        }
    )
    return made.iloc[rng.permutation(len(made))].reset_index(drop=True)


def _users(universe: Universe, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Daily users as they were counted, and the share of the usual ones who are really there.

    The last 60 days are the sums of dau_by_segment.
    """
    day = np.arange(timeline.DAYS)
    first = dau_by_segment.FIRST
    grown = np.minimum(USERS_AT_START + (1 - USERS_AT_START) * day / first, 1.0)
    users = dau_by_segment.USERS * grown * dau_by_segment.wave(day) * _noise(rng, USER_NOISE)
    users[timeline.PRIME_DAYS] *= PRIME_DAY_USERS
    start, end = (timeline.day(text) for text in timeline.HOLIDAYS)
    users[start : end + 1] *= HOLIDAY_USERS
    segments = universe.block("dau_by_segment")
    users[first:] = segments.groupby("day")["dau"].sum().sort_index().to_numpy()
    there = np.append(grown[:first], dau_by_segment.real_users())
    return _count(users), there


def _demand(rng: np.random.Generator) -> np.ndarray:
    """What people want to buy, by day, 1 on average: the season, and a mood of the week."""
    weeks = BEFORE + WEEKS + AFTER
    season = timeline.demand(7 * (WEEKS + AFTER))
    earlier = timeline.WEEK[np.arange(7 * BEFORE) % 7]
    mood = np.exp(DEMAND_SD * _wandering(rng, weeks, DEMAND_MEMORY))
    every = np.append(earlier, season) * np.repeat(mood, 7)
    return every / _at(every, 0).mean()


def _at(by_day: np.ndarray, weeks: int) -> np.ndarray:
    """The year, or the same days so many weeks later."""
    start = 7 * (BEFORE + weeks)
    return by_day[start : start + timeline.DAYS]


def _weekly(by_day: np.ndarray) -> np.ndarray:
    """Every day has the mean of its week."""
    week = np.arange(len(by_day)) // 7
    return (np.bincount(week, weights=by_day) / np.bincount(week))[week]


def _by_week(values: np.ndarray) -> np.ndarray:
    """Values of weeks, for each day of the year."""
    return np.repeat(values, 7)[: timeline.DAYS]


def _wandering(rng: np.random.Generator, n: int, memory: float) -> np.ndarray:
    """A series with mean 0 and deviation 1 in which each value remembers the one before."""
    shock = draws.normal(rng.random(n))
    values = shock.copy()
    for i in range(1, n):
        values[i] = memory * values[i - 1] + (1 - memory**2) ** 0.5 * shock[i]
    return values


def _success_and_repeat(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Search success by day, and the repeat purchase rate, which follows it four weeks later."""
    score = _wandering(rng, REPEAT_LAG + WEEKS, SUCCESS_MEMORY)
    own = (1 - REPEAT_CORRELATION**2) ** 0.5 * draws.normal(rng.random(WEEKS))
    repeat = REPEAT_CORRELATION * score[:-REPEAT_LAG] + own
    return _by_week(SUCCESS + SUCCESS_SD * score[REPEAT_LAG:]), _by_week(
        REPEAT + REPEAT_SD * repeat
    )


def _pages(rng: np.random.Generator) -> np.ndarray:
    """Pages per user and day."""
    return _by_week(PAGES * np.exp(PAGES_SD * _wandering(rng, WEEKS, PAGES_MEMORY)))


def _nps(rng: np.random.Generator, day: np.ndarray) -> np.ndarray:
    """No survey at weekends, and some days without enough answers."""
    score = (NPS + NPS_SD * draws.normal(rng.random(len(day)))).round(1)
    missing = (day % 7 >= 5) | (rng.random(len(day)) < NO_SURVEY)
    return np.where(missing, np.nan, score)


def _login_loop(day: np.ndarray) -> np.ndarray:
    """More tickets while people cannot log in."""
    return np.where(day >= dau_by_segment.FALL_DAY, LOGIN_TICKETS, 1.0)


def _noise(rng: np.random.Generator, sigma: float, n: int = timeline.DAYS) -> np.ndarray:
    """Factors around 1."""
    return np.exp(sigma * draws.normal(rng.random(n)))


def _count(values: np.ndarray) -> np.ndarray:
    return np.rint(values).astype(np.int64)
