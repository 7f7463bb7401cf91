"""The lines of the orders: one row per product (and price) of an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from . import orders, ties
from .order_lines import lines
from .products import catalogue

if TYPE_CHECKING:
    from grader.store import Universe

COLUMNS = {
    "order_id": "BIGINT not null",
    "product_id": "BIGINT not null",
    "quantity": "BIGINT not null",
    "unit_price_cents": "BIGINT not null",
}
GROWS = "people"

ORPHAN_PRODUCT = 0.004
ORPHAN_ORDER = 0.002


def block(universe: Universe, number: int) -> pd.DataFrame:
    """The lines of the orders of block `number`."""
    basket, goods = lines(universe, number), catalogue(universe)
    placed = orders.placed(universe, number)
    rng = universe.rng("order_items", number)
    order_id, product_id = placed.order_id[basket.order], basket.product + 1
    dirty = rng.permutation(len(basket))
    sizes = [round(share * len(basket)) for share in (ORPHAN_PRODUCT, ORPHAN_ORDER)]
    no_product, no_order, _ = np.split(dirty, np.cumsum(sizes))
    product_id[no_product] = len(goods) + 1 + (rng.random(len(no_product)) * 40).astype(np.int64)
    order_id[no_order] = (
        orders.largest_id(universe) + 1 + (rng.random(len(no_order)) * 1_000).astype(np.int64)
    )
    known = np.ones(len(basket), dtype=bool)
    known[no_product] = known[no_order] = False
    qualifying = ties.qualifying_orders(
        placed, _order_ts(universe, number), universe.block("deliveries", number)
    )
    quantity = basket.quantity + ties.extra_units(placed, basket, goods, qualifying, known)
    order = rng.permutation(len(basket))
    return pd.DataFrame(
        {
            "order_id": order_id[order],
            "product_id": product_id[order],
            "quantity": quantity[order],
            "unit_price_cents": basket.price[order],
        }
    )


def _order_ts(universe: Universe, number: int) -> np.ndarray:
    """order_ts as the table shows it, in order of order_id."""
    shown = universe.block("orders", number).sort_values("order_id")
    return shown.order_ts.to_numpy()
