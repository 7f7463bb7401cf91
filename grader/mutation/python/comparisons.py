"""Comparisons: the boundary, the direction, equality."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.nodes import altered, without
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, say, shown

_BOUNDARY: dict[type[ast.cmpop], tuple[type[ast.cmpop], str]] = {
    ast.Lt: (ast.LtE, "smaller"),
    ast.LtE: (ast.Lt, "larger"),
    ast.Gt: (ast.GtE, "larger"),
    ast.GtE: (ast.Gt, "smaller"),
}
"""What the sign is taken for, and what two equal values then count as."""

_DIRECTION: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
}
_NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_METHODS = {"eq": "ne", "ne": "eq", "gt": "ge", "ge": "gt", "lt": "le", "le": "lt"}
_BOUNDARY_METHODS = {"gt": "larger", "ge": "smaller", "lt": "smaller", "le": "larger"}


def boundary(node: ast.Compare, site: Site) -> Iterator[Change]:
    for number, left, op, right in _single(node):
        if type(op) in _BOUNDARY and not isinstance(left, ast.Tuple) and not _is_clamp(node, site):
            sign, counts_as = _BOUNDARY[type(op)]
            yield _with_sign(
                "comparison boundary",
                _equal_counts_as(left, right, counts_as, site),
                node,
                number,
                sign,
            )


def direction(node: ast.Compare, site: Site) -> Iterator[Change]:
    for number, left, op, right in _single(node):
        if type(op) in _DIRECTION:
            below = "below" if isinstance(op, (ast.Lt, ast.LtE)) else "above"
            other = "above" if below == "below" else "below"
            one, two = say(left, site), say(right, site)
            sentence = "a comparison is turned around: larger takes the place of smaller"
            if below == "above":
                sentence = "a comparison is turned around: smaller takes the place of larger"
            if one and two:
                sentence = (
                    f"a comparison is turned around: {one} {other} {two} instead of {below} it"
                )
            if not _is_guard(node, site):
                yield _with_sign(
                    "comparison direction", sentence, node, number, _DIRECTION[type(op)]
                )


def negated(node: ast.Compare, site: Site) -> Iterator[Change]:
    for number, left, op, right in _single(node):
        if type(op) in _NEGATED:
            among = isinstance(op, (ast.In, ast.NotIn))
            one, two = say(left, site), say(right, site)
            what = f"where {one} {'is among' if among else 'equals'} {two}" if one and two else ""
            what = what or ("for what is in the list" if among else "for what is equal")
            else_ = (
                "what is not"
                if among
                else "where it does not"
                if one and two
                else "what is not equal"
            )
            sentence = f"what should happen {what} happens for {else_}, and the other way round"
            if not among and one and two:
                sentence = f"what should happen {what} happens {else_}, and the other way round"
            yield _with_sign("condition negated", sentence, node, number, _NEGATED[type(op)])


def widened(node: ast.Compare, site: Site) -> Iterator[Change]:
    """Exactly one value becomes a whole range: on day 30 -> on day 30 or later."""
    for number, left, op, right in _single(node):
        if isinstance(op, ast.Eq) and not any(
            map(_is_text, (left, right, *_compared_with(left, site)))
        ):
            one, two = say(left, site) or "a value", say(right, site) or "the one asked for"
            at_the_bottom = isinstance(right, ast.Constant) and right.value in (0, 1)
            for sign, side in ((ast.GtE, "larger"), (ast.LtE, "smaller")):
                if side == "smaller" and at_the_bottom:
                    continue  # counts and steps do not go below
                sentence = f"{one} need not equal {two}: what is {side} counts too"
                yield _with_sign("equality widened", sentence, node, number, sign)


def tuple_compared(node: ast.Compare, site: Site) -> Iterator[Change]:
    """(a, b) < (c, d): a part left out, or its two sides exchanged."""
    match node:
        case ast.Compare(left=ast.Tuple(elts=one), comparators=[ast.Tuple(elts=two) as right]):
            if len(one) != len(two) or len(one) < 2:
                return
            for number in range(len(one)):
                place = ("first", "second", "third", "next")[min(number, 3)]
                fewer = altered(
                    node,
                    left=ast.Tuple(without(one, number), ast.Load()),
                    comparators=[ast.Tuple(without(two, number), ast.Load())],
                )
                sentence = f"the {place} of the values that decide the order is not looked at"
                yield Change("sort key dropped", sentence, arrow(node, fewer), node, fewer)
                crossed = altered(
                    node,
                    left=altered(node.left, elts=[*one[:number], two[number], *one[number + 1 :]]),
                    comparators=[
                        altered(right, elts=[*two[:number], one[number], *two[number + 1 :]])
                    ],
                )
                sentence = (
                    f"the {place} of the values that decide the order sorts the other way round"
                )
                yield Change("order flipped", sentence, arrow(node, crossed), node, crossed)


def method(node: ast.Call, site: Site) -> Iterator[Change]:
    """Comparisons that are written as methods: x.eq(y), x.ge(y)."""
    match node:
        case ast.Call(func=ast.Attribute(value=left, attr=name), args=[right]) if name in _METHODS:
            new = altered(node, func=altered(node.func, attr=_METHODS[name]))
            if name in _BOUNDARY_METHODS:
                operator = "comparison boundary"
                sentence = _equal_counts_as(left, right, _BOUNDARY_METHODS[name], site)
            else:
                operator = "condition negated"
                one, two = say(left, site) or "a value", say(right, site) or "the one asked for"
                sentence = f"those where {one} equals {two} are confused with all others"
            yield Change(operator, sentence, arrow(node, new), node, new)


def membership(node: ast.Call, site: Site) -> Iterator[Change]:
    """x.isin(y), x.isna(), x.isalpha() and the like, asked the other way round."""
    parent = site.parent(node)
    if isinstance(parent, ast.UnaryOp):
        return  # dropping the "not" is that slip
    match node:
        case ast.Call(func=ast.Attribute(value=inner, attr="isin")):
            new: ast.expr = ast.UnaryOp(ast.Invert(), node)
            subject = say(inner, site) or "what counts"
            sentence = f"it is asked that {subject} is not in the list, where it should be in it"
            yield Change(
                "condition negated", sentence, f".isin negated: ~{shown(node, 60)}", node, new
            )
        case ast.Call(func=ast.Attribute(value=inner, attr="isna" | "notna" as name)):
            other = "notna" if name == "isna" else "isna"
            new = altered(node, func=altered(node.func, attr=other))
            subject = say(inner, site) or "a value"
            missing = ("is missing", "is there")
            was, now = missing if name == "isna" else missing[::-1]
            sentence = f"it is asked whether {subject} {now}, where it matters whether it {was}"
            yield Change("condition negated", sentence, arrow(node, new), node, new)


def _single(node: ast.Compare) -> Iterator[tuple[int, ast.expr, ast.cmpop, ast.expr]]:
    lefts = [node.left, *node.comparators]
    for number, (op, right) in enumerate(zip(node.ops, node.comparators, strict=True)):
        yield number, lefts[number], op, right


def _with_sign(
    operator: str, sentence: str, node: ast.Compare, number: int, sign: type[ast.cmpop]
) -> Change:
    new = altered(node, ops=[*node.ops[:number], sign(), *node.ops[number + 1 :]])
    return Change(operator, sentence, arrow(node, new), node, new)


def _equal_counts_as(left: ast.AST, right: ast.AST, counts_as: str, site: Site) -> str:
    one, two = say(left, site), say(right, site)
    if one and two:
        return f"where {one} equals {two}, exactly on the boundary, it is treated as if it were {counts_as}"
    return f"what falls exactly on a boundary is treated as if it were {counts_as}"


def _is_clamp(node: ast.Compare, site: Site) -> bool:
    """Whether x.where(x <= y, y) or x.where(x > 0): on the boundary both ways give the same there."""
    match site.parent(node):
        case ast.Call(func=ast.Attribute(attr="where" | "mask"), args=[_, other]):
            return ast.unparse(other) in {ast.unparse(side) for side in node.comparators}
        case ast.Call(func=ast.Attribute(attr="where" | "mask"), args=[_]):
            return isinstance(node.comparators[0], ast.Constant) and node.comparators[0].value == 0
    return False


def _compared_with(left: ast.expr, site: Site) -> list[ast.expr]:
    """What the same expression is compared with, here and elsewhere."""
    code = ast.unparse(left)
    return [
        right
        for node in ast.walk(site.tree)
        if isinstance(node, ast.Compare) and ast.unparse(node.left) == code
        for right in node.comparators
    ]


def _is_guard(node: ast.AST, site: Site) -> bool:
    """Whether an error is raised on a condition; turned round, it would be raised on all inputs."""
    statement = next((above for above in site.ancestors(node) if isinstance(above, ast.stmt)), None)
    return isinstance(statement, ast.If) and isinstance(statement.body[0], ast.Raise)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and (isinstance(node.value, str) or node.value is None)


OPERATORS: Operators = (
    (ast.Compare, boundary),
    (ast.Compare, direction),
    (ast.Compare, negated),
    (ast.Compare, widened),
    (ast.Compare, tuple_compared),
    (ast.Call, method),
    (ast.Call, membership),
)
