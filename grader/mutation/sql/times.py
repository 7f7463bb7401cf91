"""Slips with dates and times: units, directions, calendar days taken for elapsed time."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from grader.mutation.sql.draft import Draft, swap
from grader.mutation.sql.scope import Program

_SMALLER = {"WEEK": "DAY", "DAY": "HOUR", "HOUR": "MINUTE", "MINUTE": "SECOND"}
_TRUNC = {"MONTH": ("WEEK", "YEAR"), "WEEK": ("MONTH",), "DAY": ("HOUR", "MONTH"), "HOUR": ("DAY",)}


def interval_unit(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """Hours for days."""
    if not isinstance(node, exp.Interval):
        return
    unit = node.text("unit").upper()
    if unit == "MONTH" and node.name == "1":
        days = exp.Interval(this=exp.Literal.string("30"), unit=exp.var("DAY"))
        sentence = "a month is taken to have 30 days"
        yield swap("interval unit", node, days, sentence, families=("1 MONTH → 30 DAY",))
        return
    other = _SMALLER.get(unit)
    if other is None:
        return
    new = node.copy()
    new.set("unit", exp.var(other))
    sentence = f"`{node.this.name} {other}` stands where `{node.this.name} {unit}` belongs"
    yield swap("interval unit", node, new, sentence, families=(f"{unit} → {other}",))


def date_arithmetic(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A step back for a step forward, no step at all, a month for 30 days, elapsed for calendar."""
    if not isinstance(node, exp.Add | exp.Sub) or not _is_span(node.expression):
        return
    what = program.quote(node, "the date")
    forward = isinstance(node, exp.Add)
    other = exp.Sub if forward else exp.Add
    done, meant = ("subtracted", "added") if forward else ("added", "subtracted")
    span = program.quote(node.expression, "the span")
    new = other(this=node.this.copy(), expression=node.expression.copy())
    sentence = f"{span} is {done} where it should be {meant}, in {what}"
    yield swap("date direction", node, new, sentence)
    yield swap("date step dropped", node, node.this, f"{span} is left out of {what}")
    days = node.expression
    if isinstance(days, exp.Literal) and days.name in ("28", "29", "30", "31"):
        month = exp.Interval(this=exp.Literal.string("1"), unit=exp.var("MONTH"))
        yield swap(
            "month for days",
            node,
            type(node)(this=node.this.copy(), expression=month),
            f"one calendar month is counted where `{days.name}` days belong",
        )
    if isinstance(days, exp.Literal) and _is_date_cast(node.this):
        elapsed = exp.Interval(this=exp.Literal.string(days.name), unit=exp.var("DAY"))
        yield swap(
            "elapsed time for days",
            node,
            type(node)(this=node.this.this.copy(), expression=elapsed),
            f"{what} keeps the time of day: periods of 24 hours are counted instead of calendar days",
        )


def window_in_days(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """Calendar days compared where elapsed time is asked for."""
    if not isinstance(node, exp.GT | exp.GTE | exp.LT | exp.LTE):
        return
    right = node.expression
    if not isinstance(right, exp.Add | exp.Sub) or not _is_interval(right.expression, "DAY"):
        return
    new = node.copy()
    new.set("this", exp.cast(new.this, "DATE"))
    new.set("expression", exp.cast(exp.paren(new.expression), "DATE"))
    yield swap(
        "calendar days for elapsed",
        node,
        new,
        "calendar days are compared where the exact time counts",
        families=("compared as dates",),
    )


def truncation(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """The wrong unit of date_trunc, or the date left as it is."""
    if not isinstance(node, exp.TimestampTrunc | exp.DateTrunc):
        return
    unit = node.text("unit").upper()
    what = program.quote(node.this, "the date")
    for other in _TRUNC.get(unit, ()):
        new = node.copy()
        new.set("unit", exp.var(other))
        sentence = f"{what} is cut to the {other.lower()} instead of the {unit.lower()}"
        yield swap("date_trunc unit", node, new, sentence)
    sentence = f"{what} is not cut to the beginning of its {unit.lower()}"
    yield swap("date_trunc dropped", node, node.this, sentence)


def cast_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """The time of day left in where dates are compared."""
    if not _is_date_cast(node) or not isinstance(node.this, exp.Column):
        return
    # Days are counted with numbers: a timestamp plus 30 does not bind, and date_diff of a
    # timestamp counts calendar days all the same. See also: elapsed time for days.
    if isinstance(node.parent, exp.Add | exp.Sub | exp.DateDiff) or _is_calculated(node, program):
        return
    if program.origin(node.this) is None:
        return
    what = program.quote(node.this, "a timestamp")
    yield swap(
        "time of day kept",
        node,
        node.this,
        f"{what} keeps its time of day where only its date counts",
        families=(f"{node.this.name} not cut to its date",),
    )


def difference_unit(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """date_diff in another unit, or the wrong way round."""
    if not isinstance(node, exp.DateDiff):
        return
    unit = node.text("unit").upper() or "DAY"
    what = program.quote(node, "the difference")
    other = {"DAY": "MONTH", "MONTH": "DAY", "HOUR": "DAY", "MINUTE": "HOUR"}.get(unit)
    if other is not None:
        new = node.copy()
        new.set("unit", exp.var(other))
        sentence = f"{what} is counted in {other.lower()}s instead of {unit.lower()}s"
        yield swap("date_diff unit", node, new, sentence)
    new = node.copy()
    new.set("this", node.expression.copy())
    new.set("expression", node.this.copy())
    yield swap("date_diff turned round", node, new, f"{what} is taken the wrong way round")


def _is_calculated(node: exp.Expr, program: Program) -> bool:
    """Whether the date gets a name that later is calculated with."""
    name = node.parent.alias if isinstance(node.parent, exp.Alias) else ""
    return bool(name) and any(
        column.name == name and isinstance(column.parent, exp.Add | exp.Sub)
        for column in program.tree.find_all(exp.Column)
    )


def _is_span(node: exp.Expr) -> bool:
    return isinstance(node, exp.Interval) or (isinstance(node, exp.Literal) and not node.is_string)


def _is_interval(node: exp.Expr, unit: str) -> bool:
    return isinstance(node, exp.Interval) and node.text("unit").upper() == unit


def _is_date_cast(node: exp.Expr) -> bool:
    return isinstance(node, exp.Cast) and node.to.is_type("date")


OPERATORS = (
    interval_unit,
    date_arithmetic,
    window_in_days,
    truncation,
    cast_dropped,
    difference_unit,
)
