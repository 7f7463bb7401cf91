"""How people shop in the last 60 days: missions of one to six attempts to buy something.

Not a table: `events` shows the steps of these attempts. A mission belongs to one person, and at
most one of its attempts ends in a purchase. Such an attempt is laid back in time from an order
that the person really placed, but for the few purchases whose order was never recorded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import draws, timeline
from .people import DEVICES, PER_UNIT, people

FIRST_DAY = timeline.LAST - 59
MISSIONS = 1_950  # per unit of scale
ATTEMPTS_MEAN, MOST_ATTEMPTS = 2.0, 6  # geometric beyond the first, at most six in all
CART, CHECKOUT, PURCHASE = 0.38, 0.62, 0.71  # share of attempts that take the next step
PURCHASE_FACTOR = {"mobile": 0.80, "desktop": 1.15, "app": 1.05}  # by the device at the till
SAME_DEVICE = 0.85  # of attempts start on the device of the mission
SWITCH = 0.09  # of attempts with a cart go on with another device
SWITCH_TO_DESKTOP = 0.80  # of those: from the phone to the desktop
ORDER_LOST = 0.03  # of purchases: the event is there, the order is not
BETWEEN_ATTEMPTS = (14 * 3600.0, 1.3)  # seconds from one start to the next: median and sigma
STALE = 0.12  # of missions begin long before: the person looked, and came back weeks later
STALE_DAYS = (8.0, 35.0)
MOBILE, DESKTOP, APP = range(3)  # positions in DEVICES


@dataclass(frozen=True)
class Attempts:
    """Arrays, one entry per attempt, ordered by mission and by place in the mission."""

    mission: np.ndarray
    depth: np.ndarray  # 1 views only, 2 cart, 3 checkout, 4 purchase
    entry: np.ndarray  # the device at the start, a position in DEVICES
    final: np.ndarray  # the device at the end
    lost: np.ndarray  # a purchase without an order

    def __len__(self) -> int:
        return len(self.mission)


def attempts(universe, number: int) -> Attempts:
    """The attempts of block `number`, without people and times."""
    rng = universe.rng("attempts", number)
    missions = universe.count(MISSIONS, number)
    size = 1 + draws.geometric(rng.random(missions), ATTEMPTS_MEAN)
    mission = np.repeat(np.arange(missions), np.minimum(size, MOST_ATTEMPTS))
    entry = _entry_devices(rng, mission)
    final, depth = _outcomes(rng, entry)
    _one_purchase_each(rng, mission, entry, final, depth)
    bought = np.flatnonzero(depth == 4)
    lost = np.zeros(len(mission), dtype=bool)
    lost[bought[draws.some(rng, len(bought), ORDER_LOST)]] = True
    return Attempts(mission, depth, entry, final, lost)


def _entry_devices(rng: np.random.Generator, mission: np.ndarray) -> np.ndarray:
    """The device each attempt starts on: mostly the same one all through a mission."""
    shares = np.array(list(DEVICES.values()))
    usual = draws.pick(rng.random(mission[-1] + 1), shares)[mission]
    other = draws.pick(rng.random(len(mission)), shares)
    return np.where(rng.random(len(mission)) < SAME_DEVICE, usual, other)


def _outcomes(rng: np.random.Generator, entry: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The device at the end, and the depth, of attempts that start on the device `entry`."""
    n = len(entry)
    cart = rng.random(n) < CART
    # Given are the share of switches and the phone's part in them; from these follows how likely
    # it is to switch away from a phone, and from anything else.
    phone = DEVICES["mobile"]
    from_phone = SWITCH * SWITCH_TO_DESKTOP / phone
    from_other = SWITCH * (1 - SWITCH_TO_DESKTOP) / (1 - phone)
    switches = cart & (rng.random(n) < np.where(entry == MOBILE, from_phone, from_other))
    final = np.where(switches, np.where(entry == MOBILE, DESKTOP, MOBILE), entry)
    factor = np.array(list(PURCHASE_FACTOR.values()))[final]
    checkout = cart & (rng.random(n) < CHECKOUT)
    purchase = checkout & (rng.random(n) < PURCHASE * factor)
    return final, 1 + cart + checkout + purchase


def _one_purchase_each(
    rng: np.random.Generator,
    mission: np.ndarray,
    entry: np.ndarray,
    final: np.ndarray,
    depth: np.ndarray,
) -> None:
    """Leaves each mission at most one purchase, in place.

    A second purchase changes places with an attempt, on the same device, of a mission that has
    none: so the shares of the steps stay as they were drawn.
    """
    bought = depth == 4
    mixed = rng.permutation(len(mission))
    with_purchase = np.bincount(mission[bought], minlength=mission[-1] + 1) > 0
    free = mixed[~with_purchase[mission[mixed]]]
    free = free[np.unique(mission[free], return_index=True)[1]]
    bought_mixed = mixed[bought[mixed]]
    first = bought_mixed[np.unique(mission[bought_mixed], return_index=True)[1]]
    second = np.setdiff1d(bought_mixed, first)
    for device in range(len(DEVICES)):
        giving, taking = second[entry[second] == device], free[entry[free] == device]
        n = min(len(giving), len(taking))
        one, other = giving[:n], taking[:n]
        for outcome in (final, depth):
            outcome[one], outcome[other] = outcome[other], outcome[one]


@dataclass(frozen=True)
class Shopping:
    """For every mission who it is, and for every attempt when it starts (second from day 0)."""

    user: np.ndarray
    start: np.ndarray


def shopping(universe, number: int, them: Attempts, length: np.ndarray) -> Shopping:
    """People and times for the attempts. `length` is the time from start to purchase, seconds."""
    rng = universe.rng("attempts", number, "shopping")
    missions = them.mission[-1] + 1
    since = _since_first(rng, them.mission)
    position, moment = _orders_for(universe, number, them, rng)
    bought = np.flatnonzero((them.depth == 4) & ~them.lost)[: len(position)]
    user = np.full(missions, -1)
    anchor = np.zeros(missions)
    user[them.mission[bought]] = position
    anchor[them.mission[bought]] = moment - since[bought] - length[bought]
    rest = np.flatnonzero(user < 0)
    user[rest], anchor[rest] = _browsers(universe, number, user[user >= 0], len(rest), rng)
    ids = user + universe.first_id(PER_UNIT, number)
    return Shopping(ids, anchor[them.mission] + since)


def _since_first(rng: np.random.Generator, mission: np.ndarray) -> np.ndarray:
    """Seconds from the start of the mission's first attempt to the start of each."""
    new = np.append(True, mission[1:] != mission[:-1])
    gap = draws.lognormal(rng.random(len(mission)), *BETWEEN_ATTEMPTS)
    first_gap = np.append(False, new[:-1]) & ~new
    stale = first_gap & (rng.random(len(mission)) < STALE)
    low, high = STALE_DAYS
    gap += stale * (low + rng.random(len(mission)) * (high - low)) * timeline.SECONDS
    gap[new] = 0
    total = np.cumsum(gap)
    return total - total[new][mission]


def _orders_for(
    universe, number: int, them: Attempts, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """An order for every purchase that has one: position of the customer, and its moment.

    One order per customer, placed on the device of the purchase where there are enough of those.
    """
    orders = universe.block("orders", number)
    usable = orders["order_ts"].notna() & (orders["channel"] != "phone")
    day = timeline.day_number(orders["order_ts"].fillna(timeline.date(0)[()]).to_numpy())
    position = orders["customer_id"].to_numpy() - universe.first_id(PER_UNIT, number)
    home = people(universe, number).device
    usable &= (day >= FIRST_DAY) & (day <= timeline.LAST) & (position < len(home))
    orders, position = orders[usable], position[usable]
    mixed = rng.permutation(len(orders))
    mixed = mixed[np.unique(position[mixed], return_index=True)[1]]
    mixed = mixed[rng.permutation(len(mixed))]
    app = (orders["channel"] == "app").to_numpy()[mixed]
    at_home = home[position[mixed]]
    device = np.select([app, at_home == "desktop"], [APP, DESKTOP], MOBILE)
    wanted = them.final[(them.depth == 4) & ~them.lost]
    chosen = mixed[_matched(device, wanted)]
    moment = orders["order_ts"].to_numpy()[chosen]
    second = timeline.day_number(moment) * timeline.SECONDS + timeline.second_number(moment)
    return position[chosen], second + rng.integers(0, 90, len(chosen))


def _matched(have: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """For each wanted device an index into `have`, of that device while there are any."""
    index = np.full(len(wanted), -1)
    free = np.ones(len(have), dtype=bool)
    for device in (MOBILE, DESKTOP, APP):
        places, mine = np.flatnonzero(wanted == device), np.flatnonzero(have == device)
        n = min(len(places), len(mine))
        index[places[:n]] = mine[:n]
        free[mine[:n]] = False
    left = np.flatnonzero(index < 0)
    spare = np.flatnonzero(free)[: len(left)]
    index[left[: len(spare)]] = spare
    return index[index >= 0]


def _browsers(
    universe, number: int, taken: np.ndarray, n: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """People who buy nothing (or whose order was lost), and when their missions begin."""
    them = people(universe, number)
    active = them.last_day >= FIRST_DAY
    active[taken] = False
    pool = np.flatnonzero(active)
    user = pool[rng.permutation(len(pool))[:n]]
    if len(user) < n:
        user = np.append(user, pool[rng.integers(0, len(pool), n - len(user))])
    first = np.maximum(them.first_day[user], FIRST_DAY)
    day = first + (rng.random(n) * (them.last_day[user] - first + 1)).astype(np.int64)
    return user, day * timeline.SECONDS + timeline.awake_second(rng.random(n))
