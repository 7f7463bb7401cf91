"""The planted ties in the units sold in the last 30 days.

Units are added to lines of qualifying orders until the products of a tie have sold equally much.
Every block is evened out by itself, so the sums over all blocks tie as well.
"""

from __future__ import annotations

import numpy as np

from . import timeline
from .order_lines import Lines
from .orders import Placed
from .products import CATEGORIES, TIES, Catalogue


def extra_units(
    orders: Placed, basket: Lines, goods: Catalogue, qualifying: np.ndarray, known: np.ndarray
) -> np.ndarray:
    """For each line, how many units to add. `qualifying` says it of orders, `known` of lines."""
    counted = qualifying[basket.order] & known
    units = np.bincount(basket.product[counted], basket.quantity[counted], minlength=len(goods))
    extra = np.zeros(len(basket), dtype=np.int64)
    for category, ahead, tied in TIES:
        places = [goods.at(category, place) for place in range(ahead + tied)]
        others = goods.category == list(CATEGORIES).index(category)
        others[places] = False
        level = int(max(units[places[ahead:]].max(), units[others].max(initial=0) + 1))
        wanted = [level] * tied
        for place in reversed(places[:ahead]):  # each place ahead sells clearly more
            wanted.insert(0, int(max(units[place], wanted[0] + 2)))
        for product, goal in zip(places, wanted, strict=True):
            sold = np.flatnonzero(counted & (basket.product == product))
            _add(extra, sold, goal - units[product])
    return extra


def qualifying_orders(orders: Placed, order_ts: np.ndarray, deliveries) -> np.ndarray:
    """Which orders count: dated in the last 30 days, delivered, and not returned."""
    first = timeline.date(timeline.LAST - 29)
    dated = (order_ts >= first) & (order_ts < timeline.date(timeline.DAYS))  # False for NaT
    having = {
        status: np.isin(orders.order_id, deliveries.order_id[deliveries.status == status].dropna())
        for status in ("delivered", "returned")
    }
    return dated & having["delivered"] & ~having["returned"]


def _add(extra: np.ndarray, lines: np.ndarray, units: float) -> None:
    """Spreads units over the lines, one after the other. Without lines there is nothing to even."""
    if len(lines):
        each, rest = divmod(int(units), len(lines))
        extra[lines] += each
        extra[lines[:rest]] += 1
