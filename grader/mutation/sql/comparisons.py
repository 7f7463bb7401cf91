"""Slips in comparisons: boundaries, directions, equality taken as a bound, ends of a range."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from grader.mutation.sql.draft import Draft, swap
from grader.mutation.sql.render import brief
from grader.mutation.sql.scope import Program

_Kinds = dict[type[exp.Expr], type[exp.Expr]]

_LOOSER: _Kinds = {exp.GT: exp.GTE, exp.LT: exp.LTE}
_STRICTER: _Kinds = {exp.GTE: exp.GT, exp.LTE: exp.LT}
_MIRROR: _Kinds = {exp.GT: exp.LT, exp.LT: exp.GT, exp.GTE: exp.LTE, exp.LTE: exp.GTE}
_SIGN: dict[type[exp.Expr], str] = {
    exp.GT: ">",
    exp.GTE: ">=",
    exp.LT: "<",
    exp.LTE: "<=",
    exp.EQ: "=",
}


def boundary(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """>= for > and the like."""
    other = _LOOSER.get(type(node)) or _STRICTER.get(type(node))
    if other is None:
        return
    where = program.quote(node, "a comparison")
    fate = "is let through" if type(node) in _LOOSER else "is shut out"
    yield swap(
        "comparison boundary",
        node,
        like(node, other),
        f"what falls exactly on the boundary of {where} {fate}",
        families=_families(node, other),
        everywhere=f"what falls exactly on the boundary {fate}, with `{_SIGN[other]}` where "
        f"`{_SIGN[type(node)]}` belongs, in more than one place",
    )


def direction(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """< for >."""
    other = _MIRROR.get(type(node))
    if other is None:
        return
    where = program.quote(node, "a comparison")
    yield swap(
        "comparison direction",
        node,
        like(node, other),
        f"{where} is turned round: `{_SIGN[other]}` stands where `{_SIGN[type(node)]}` belongs",
        families=_families(node, other),
        everywhere=f"comparisons are turned round: `{_SIGN[other]}` stands where "
        f"`{_SIGN[type(node)]}` belongs, in more than one place",
    )


def equality(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """An exact day or number taken as a bound, a name taken as what to leave out."""
    if not isinstance(node, exp.EQ):
        return
    where = program.quote(node, "an equality")
    if isinstance(node.expression, exp.Literal) and node.expression.is_string:
        yield swap(
            "equality negated",
            node,
            like(node, exp.NEQ),
            f"{where} is turned round: everything but {node.expression.sql()} is taken",
        )
    if _is_measure(node):
        for other, words in (
            (exp.GTE, "everything from there on"),
            (exp.LTE, "everything up to it"),
        ):
            yield swap(
                "equality widened",
                node,
                like(node, other),
                f"{words} is taken where exactly {where} is asked for",
                families=(f"= → {_SIGN[other]}",),
            )


def between(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """An end of BETWEEN left out or not looked at."""
    if not isinstance(node, exp.Between):
        return
    low = {
        kind: kind(this=node.this.copy(), expression=node.args["low"].copy()) for kind in _MIRROR
    }
    high = {
        kind: kind(this=node.this.copy(), expression=node.args["high"].copy()) for kind in _MIRROR
    }
    first = program.quote(node.args["low"], "the first value")
    last = program.quote(node.args["high"], "the last value")
    slips = (
        (
            exp.and_(low[exp.GT], high[exp.LTE]),
            f"the first value of the range, {first}, is shut out",
        ),
        (exp.and_(low[exp.GTE], high[exp.LT]), f"the last value of the range, {last}, is shut out"),
        (high[exp.LTE], f"the range has no beginning: what comes before {first} is let through"),
        (low[exp.GTE], f"the range has no end: what comes after {last} is let through"),
    )
    for new, sentence in slips:
        wrapped = exp.paren(new) if isinstance(new, exp.And) and _is_operand(node) else new
        yield swap("range end", node, wrapped, sentence)


def like(node: exp.Expr, kind: type[exp.Expr]) -> exp.Expr:
    return kind(this=node.this.copy(), expression=node.expression.copy())


def _families(node: exp.Expr, other: type[exp.Expr]) -> tuple[str, ...]:
    """The same comparison elsewhere: of the same column, with the same value, of any."""
    signs = f"{_SIGN[type(node)]} → {_SIGN[other]}"
    left, right = (brief(bare(side)) for side in (node.this, node.expression))
    return (f"{left} … {signs}", f"{signs} … {right}", signs)


def bare(node: exp.Expr) -> exp.Expr:
    copy = node.copy()
    for column in copy.find_all(exp.Column):
        column.set("table", None)
    return copy


def _is_measure(node: exp.EQ) -> bool:
    """Whether the equality is of days or numbers, so that more and less mean something."""
    left, right = node.this, node.expression
    if node.find(exp.Window, exp.AggFunc, exp.Query):
        return False
    if isinstance(right, exp.Literal):
        return not right.is_string and right.name not in ("0", "1")
    return any(isinstance(side, exp.Add | exp.Sub | exp.Cast) for side in (left, right))


def _is_operand(node: exp.Expr) -> bool:
    return isinstance(node.parent, exp.Or | exp.Not)


OPERATORS = (boundary, direction, equality, between)
