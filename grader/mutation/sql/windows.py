"""Slips in windows and in the order that picks a row: functions, keys, directions, frames."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from grader.mutation.sql.draft import Draft, drop, swap
from grader.mutation.sql.render import brief, flat
from grader.mutation.sql.scope import Program

_RANKS: dict[type[exp.Expr], tuple[tuple[type[exp.Expr], str], ...]] = {
    exp.RowNumber: (
        (exp.Rank, "ties share a rank (RANK) where each row needs a number of its own"),
        (exp.DenseRank, "ties share a rank (DENSE_RANK) where each row needs a number of its own"),
    ),
    exp.Rank: (
        (exp.RowNumber, "ties are broken at random (ROW_NUMBER) where they should share a rank"),
        (exp.DenseRank, "no rank is left out after a tie (DENSE_RANK) where it should be (RANK)"),
    ),
    exp.DenseRank: (
        (exp.RowNumber, "ties are broken at random (ROW_NUMBER) where they should share a rank"),
        (exp.Rank, "ranks are left out after a tie (RANK) where none should be (DENSE_RANK)"),
    ),
}
_NEIGHBOURS: dict[type[exp.Expr], tuple[type[exp.Expr], str]] = {
    exp.Lag: (exp.Lead, "the row after is looked at instead of the row before (LEAD for LAG)"),
    exp.Lead: (exp.Lag, "the row before is looked at instead of the row after (LAG for LEAD)"),
    exp.FirstValue: (
        exp.LastValue,
        "the last value so far is taken instead of the first (LAST_VALUE for FIRST_VALUE)",
    ),
    exp.LastValue: (
        exp.FirstValue,
        "the first value is taken instead of the last so far (FIRST_VALUE for LAST_VALUE)",
    ),
}


def rank(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """RANK for ROW_NUMBER, where ties are possible."""
    if type(node) not in _RANKS or not isinstance(node.parent, exp.Window):
        return
    order = node.parent.args.get("order")
    if order is None or any(program.is_key(key.this) for key in order.expressions):
        return
    for other, sentence in _RANKS[type(node)]:
        yield swap("rank function", node, other(), sentence)


def neighbour(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """LEAD for LAG, FIRST_VALUE for LAG."""
    if type(node) in _NEIGHBOURS:
        other, sentence = _NEIGHBOURS[type(node)]
        yield swap(
            "window function",
            node,
            other(this=node.this.copy()),
            sentence,
            families=(f"{node.key} → {other.key}",),
        )
    if isinstance(node, exp.Lag):
        sentence = "the first row is looked at instead of the row before (FIRST_VALUE for LAG)"
        yield swap("window function", node, exp.FirstValue(this=node.this.copy()), sentence)
    if isinstance(node, exp.FirstValue):
        sentence = "the row before is looked at instead of the first row (LAG for FIRST_VALUE)"
        yield swap("window function", node, exp.Lag(this=node.this.copy()), sentence)


def partition(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A PARTITION BY column forgotten, or all of them."""
    if not isinstance(node, exp.Window):
        return
    keys = node.args.get("partition_by") or []
    for key in keys:
        what = program.quote(key, "a column")
        yield drop(
            "PARTITION BY dropped",
            key,
            f"the window runs on across different {what} instead of starting anew for each",
            f"PARTITION BY {flat(key)} dropped: {brief(node, 80)}",
            families=(f"PARTITION BY {key.name} dropped",),
        )


def key_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A column of the order forgotten, where another still orders the rows."""
    order = _order_of(node)
    if order is None:
        return
    what = program.quote(node.this, "a column")
    if len(order.expressions) > 1:
        yield drop(
            "order key dropped",
            node,
            f"the order of the rows does not look at {what}, so other rows come first",
            f"ORDER BY key dropped: {brief(node, 30)} from {brief(order, 60)}",
            families=(f"ORDER BY key dropped: {brief(node)}",),
            everywhere=f"no order of the rows looks at {what}",
        )
    elif isinstance(order.parent, exp.Window) and _is_running(order.parent):
        yield drop(
            "window order dropped",
            node,
            f"the value is that of all rows together instead of up to each row: the window is not "
            f"ordered by {what}",
            f"window ORDER BY dropped: {brief(order.parent, 80)}",
        )


def key_flipped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A column of the order read from the other end."""
    if _order_of(node) is None:
        return
    new = node.copy()
    new.set("desc", not node.args.get("desc"))
    what = program.quote(node.this, "a column")
    first = "smallest" if node.args.get("desc") else "largest"
    yield swap(
        "order flipped",
        node,
        new,
        f"the rows are taken with the {first} {what} first, the wrong way round",
        change=f"{brief(node, 40)} → {brief(new, 40)} in {_place(node)}",
        families=(f"{brief(node)} flipped",),
    )


def missing_side(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """Missing values sorted to the front, or to the end."""
    if not isinstance(node, exp.Ordered) or not program.is_nullable(node.this):
        return
    if isinstance(node.this, exp.Literal | exp.AggFunc) or _is_final(node, program):
        return
    new = node.copy()
    new.set("nulls_first", not node.args.get("nulls_first"))
    what = program.quote(node.this, "value")
    end = "last" if node.args.get("nulls_first") else "first"
    yield swap(
        "missing values sorted",
        node,
        new,
        f"a missing {what} is sorted {end}, before all others"
        if end == "first"
        else f"a missing {what} is sorted last, after all others",
        change=f"{brief(node, 40)} → {brief(new, 40)} in {_place(node)}",
        families=(f"{brief(node)} → NULLS {end.upper()}",),
    )


def frame(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """An explicit frame forgotten, or rows counted one by one where ties belong together."""
    if isinstance(node, exp.WindowSpec):
        yield drop(
            "frame dropped",
            node,
            "the window takes in every row up to the current one and its ties (the default frame)",
            f"frame dropped: {brief(node.parent, 90)}" if node.parent else "frame dropped",
        )
    elif isinstance(node, exp.Window) and _is_running(node) and not node.args.get("spec"):
        new = node.copy()
        new.set(
            "spec",
            exp.WindowSpec(
                kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="CURRENT ROW"
            ),
        )
        order = program.quote(node.args["order"].expressions[0].this, "the order")
        yield swap(
            "frame",
            node,
            new,
            f"rows with the same {order} get different values: the window ends at each row "
            f"instead of taking ties together",
            change=f"frame ROWS added: {brief(node, 90)}",
        )


def _order_of(node: exp.Expr) -> exp.Order | None:
    """The ORDER BY of a window or an aggregate that a key belongs to."""
    if not isinstance(node, exp.Ordered) or not isinstance(node.parent, exp.Order):
        return None
    order = node.parent
    return order if isinstance(order.parent, exp.Window | exp.AggFunc) else None


def _is_running(window: exp.Window) -> bool:
    """Whether the window adds up to the current row: an aggregate with an order."""
    inner = window.this.this if isinstance(window.this, exp.Filter) else window.this
    running = isinstance(inner, exp.Sum | exp.Count | exp.Min | exp.Max | exp.Avg)
    return running and bool(window.args.get("order"))


def _is_final(node: exp.Ordered, program: Program) -> bool:
    return node.parent is not None and node.parent.parent is program.tree


def _place(node: exp.Expr) -> str:
    around = node.parent.parent if node.parent else None
    if around is None:
        return "ORDER BY"
    if isinstance(around.parent, exp.Select) and around.arg_key == "windows":
        return f"WINDOW {around.this.name}"
    return brief(around, 50)


OPERATORS = (rank, neighbour, partition, key_dropped, key_flipped, missing_side, frame)
