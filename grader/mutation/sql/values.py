"""Slips in constants, calculations and the cleaning of values."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from grader.mutation.sql.draft import Draft, drop, swap
from grader.mutation.sql.render import brief, unqualified
from grader.mutation.sql.scope import Program

_CLEANING: dict[type[exp.Expr], str] = {
    exp.Lower: "capitals are kept apart from small letters: {what} is not lower-cased",
    exp.Upper: "capitals are kept apart from small letters: {what} is not upper-cased",
    exp.Trim: "spaces around {what} are kept",
    exp.RegexpReplace: "{what} is not cleaned by its pattern",
}


def off_by_one(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A number one too large or too small."""
    if not isinstance(node, exp.Literal) or not _counts(node):
        return
    value = int(node.name)
    place = program.quote(_whole(node), "")
    unit = f" {node.parent.text('unit')}" if isinstance(node.parent, exp.Interval) else ""
    for wrong in (value + 1, value - 1):
        if wrong < 0 or (wrong == 0 and isinstance(node.parent, exp.Interval)):
            continue
        new = exp.Literal(this=str(wrong), is_string=node.is_string)
        yield swap(
            "constant",
            node,
            new,
            f"`{wrong}{unit}` stands where `{value}{unit}` belongs{f', in {place}' if place else ''}",
            families=(f"{value} → {wrong}",),
            everywhere=f"`{wrong}{unit}` stands where `{value}{unit}` belongs, in more than one place",
        )


def range_start(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """range(1, n) for range(n)."""
    if isinstance(node, exp.GenerateSeries) and node.args.get("start") == exp.Literal.number(0):
        sentence = "the list starts at 1: the 0 is left out"
        yield swap("range start", node.args["start"], exp.Literal.number(1), sentence)


def calculation(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """Plus for minus and times, the operands of a difference or a share the wrong way round."""
    if not isinstance(node, exp.Add | exp.Sub | exp.Mul | exp.Div) or _has_span(node):
        return
    left, right = node.this, node.expression
    what = program.quote(node, "a share" if isinstance(node, exp.Div) else "a calculation")
    if _looks_like_itself(node):
        what = "a share"
    if isinstance(node, exp.Mul):
        new: exp.Expr = exp.Add(this=left.copy(), expression=right.copy())
        yield swap("calculation", node, new, f"{what} is added instead of multiplied")
        for factor in (left, right):
            yield swap(
                "factor dropped",
                node,
                factor,
                f"only {program.quote(factor, 'one')} of {what} is used",
            )
    if isinstance(node, exp.Sub):
        new = exp.Sub(this=right.copy(), expression=left.copy())
        yield swap("difference turned round", node, new, f"{what} is taken the wrong way round")
    if isinstance(node, exp.Div) and not isinstance(right, exp.Literal):
        yield from _share(node, what)
    if isinstance(node, exp.Div) and isinstance(right, exp.Literal):
        sentence = f"the division by `{right.name}` is missing: the result is in the smaller unit"
        yield swap("unit", node, left, sentence)
        new = exp.IntDiv(this=_integer(left), expression=right.copy())
        sentence = f"what remains of {what} is cut off: whole numbers only"
        yield swap("integer division", node, new, sentence)


def _share(node: exp.Div, what: str) -> Iterator[Draft]:
    left, right = node.this, node.expression
    percent = exp.Mul(this=exp.Literal.number("100.0"), expression=node.copy())
    yield swap("percent", node, percent, "a share is given in percent instead of as a fraction")
    whole = exp.IntDiv(this=left.copy(), expression=right.copy())
    yield swap(
        "integer division", node, whole, f"{what} is cut to a whole number (integer division)"
    )
    below = right.this if isinstance(right, exp.Nullif) else right
    above = exp.Nullif(this=left.copy(), expression=exp.Literal.number(0))
    if not isinstance(left, exp.Literal):
        turned = exp.Div(this=below.copy(), expression=above, typed=False, safe=False)
        yield swap("share turned round", node, turned, f"{what} is turned upside down")
    if isinstance(right, exp.Nullif):
        zero = exp.Coalesce(this=node.copy(), expressions=[exp.Literal.number(0)])
        sentence = f"{what} is 0 instead of missing where there is nothing to divide by"
        yield swap("zero for missing", node, zero, sentence)


def cleaning(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """COALESCE, NULLIF, LOWER, TRIM or a pattern forgotten."""
    told = _CLEANING.get(type(node))
    if told is not None:
        columns = [column.name for column in node.find_all(exp.Column)]
        what = f"`{columns[0]}`" if columns else "the text"
        yield swap("cleaning dropped", node, node.this, told.format(what=what))
    if isinstance(node, exp.Coalesce):
        what = program.quote(node.this, "a value")
        instead = program.quote(node.expressions[0], "another value")
        sentence = f"{what} stays missing where {instead} should stand for it (COALESCE is missing)"
        yield swap("COALESCE dropped", node, node.this, sentence)
    # A share over NULLIF(x, 0) is 0 / 0 without it, which is NaN and counts as missing.
    if isinstance(node, exp.Nullif) and not isinstance(node.parent, exp.Div):
        what = program.quote(node.expression, "that value")
        sentence = f"{what} counts as a value of its own instead of as missing (NULLIF is missing)"
        yield swap("NULLIF dropped", node, node.this, sentence)


def text(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """Another of the program's texts, or any capitals where the exact text is asked for."""
    if (
        not isinstance(node, exp.Literal)
        or not node.is_string
        or not isinstance(node.parent, exp.EQ)
    ):
        return
    column = node.parent.this if node.parent.expression is node else node.parent.expression
    others = [
        other.name
        for other in program.tree.find_all(exp.Literal)
        if other.is_string and other.name.replace("_", "").isalpha() and _compared(other, column)
    ]
    known = list(dict.fromkeys(others))
    if node.name in known and len(known) > 1:
        other = known[known.index(node.name) - 1]
        sentence = f"`'{other}'` is looked for where `'{node.name}'` belongs"
        yield swap("other text", node, exp.Literal.string(other), sentence)
    lowered = exp.Lower(this=column.copy())
    new = exp.EQ(this=lowered, expression=exp.Literal.string(node.name.lower()))
    yield swap(
        "capitals ignored",
        node.parent,
        new,
        f"other spellings of `'{node.name}'` with capitals are let in",
        families=("LOWER of text",),
        everywhere="other spellings with capitals are let in",
    )


def branches(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A WHEN of CASE forgotten, its ELSE gone, CASE left out."""
    if not isinstance(node, exp.Case):
        return
    whens = node.args["ifs"]
    for when in whens if len(whens) > 1 else []:
        what = program.quote(when.this, "one case")
        sentence = (
            f"the case {what} is missing from the CASE, so those rows fall through to the next"
        )
        yield drop("CASE branch dropped", when, sentence, f"WHEN dropped: {brief(when.this, 90)}")
    default = node.args.get("default")
    if default is not None and default != exp.Literal.number(0):
        change = f"ELSE dropped: {brief(default, 80)}"
        sentence = "rows that fit no case of the CASE get a missing value (ELSE is missing)"
        yield swap("ELSE dropped", default, exp.Null(), sentence, change)
        if len(whens) == 1 and default.find(exp.Column, exp.Star):
            what = program.quote(whens[0].this, "rows")
            sentence = f"rows with {what} are treated like all others (the CASE is missing)"
            yield swap("CASE dropped", node, default, sentence)


def _counts(node: exp.Literal) -> bool:
    """Whether one more or less means something: not in lists of values, results, divisors."""
    if not node.name.isdigit():
        return False
    parent = node.parent
    if isinstance(parent, exp.Interval):
        return node.name != "1"
    if node.is_string or not isinstance(
        parent, exp.Predicate | exp.Add | exp.Sub | exp.GenerateSeries | exp.Limit
    ):
        return False
    if isinstance(parent, exp.GenerateSeries):
        return parent.args.get("start") is not node
    return not (isinstance(parent, exp.EQ) and isinstance(parent.this, exp.Window))


def _whole(node: exp.Expr) -> exp.Expr:
    """The comparison or sum that a number stands in."""
    parent = node.parent
    return _whole(parent) if isinstance(parent, exp.Interval) else parent or node


def _has_span(node: exp.Expr) -> bool:
    """Whether this is a date and a number of days or an interval; see the slips with times."""
    return any(
        isinstance(side, exp.Interval)
        or (isinstance(side, exp.Literal) and isinstance(node, exp.Add | exp.Sub))
        for side in (node.this, node.expression)
    )


def _looks_like_itself(node: exp.Expr) -> bool:
    """Whether the two sides of a division read the same once their tables are left out."""
    below = node.expression
    below = below.this if isinstance(below, exp.Nullif) else below
    return isinstance(node, exp.Div) and unqualified(node.this) == unqualified(below)


def _integer(node: exp.Expr) -> exp.Expr:
    return exp.cast(node.copy(), "BIGINT")


def _compared(literal: exp.Literal, column: exp.Expr) -> bool:
    """Whether a text is compared with a column of that name elsewhere."""
    parent = literal.parent
    if not isinstance(parent, exp.EQ) or not isinstance(column, exp.Column):
        return False
    return any(
        isinstance(s, exp.Column) and s.name == column.name
        for s in (parent.this, parent.expression)
    )


OPERATORS = (off_by_one, range_start, calculation, cleaning, text, branches)
