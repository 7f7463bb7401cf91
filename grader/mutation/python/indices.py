"""Positions: the first or the last, one more or one less of a slice."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.nodes import altered, method_name
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, say


def first_or_last(node: ast.Subscript, site: Site) -> Iterator[Change]:
    """x[0] <-> x[-1]; where x is a pair, x[0] <-> x[1]. Not in what has but one row."""
    if site.has_one_row(node) or not isinstance(node.ctx, ast.Load):
        return
    index = _index(node)
    other = _partner(node, index, site) if index is not None else None
    if index is None or other is None:
        return
    new = altered(node, slice=ast.Constant(value=other) if other >= 0 else _minus_one())
    names = {0: "the first", 1: "the second", -1: "the last"}
    sentence = f"{names[other]} is taken where {names[index]} belongs"
    yield Change("first/last", sentence, arrow(node, new), node, new)


def slice_ends(node: ast.Subscript, site: Site) -> Iterator[Change]:
    """[:k] -> [:k + 1], [:k - 1] and no slice; [1:] -> no slice."""
    match node.slice:
        case ast.Slice(lower=None, upper=ast.expr() as upper, step=None):
            what = f"first {say(upper, site)}" if say(upper, site) else "first few"
            for op, amount in ((ast.Add(), "one more than"), (ast.Sub(), "one less than")):
                end: ast.expr = ast.BinOp(upper, op, ast.Constant(value=1))
                if isinstance(upper, ast.Constant) and isinstance(upper.value, int):
                    end = ast.Constant(value=upper.value + (1 if isinstance(op, ast.Add) else -1))
                new = altered(node, slice=altered(node.slice, upper=end))
                sentence = f"{amount} the {what} is taken"
                yield Change("slice end", sentence, arrow(node, new), node, new)
            sentence = f"everything is taken, not only the {what}"
            yield Change("slice dropped", sentence, arrow(node, node.value), node, node.value)
        case ast.Slice(lower=ast.Constant(value=int(lower)), upper=None, step=None):
            sentence = "the first of a list, which should be left out, is kept"
            if lower > 1:
                sentence = f"the first {lower} of a list, which should be left out, are kept"
            yield Change("slice dropped", sentence, arrow(node, node.value), node, node.value)
            if lower > 1:
                start = ast.Constant(value=lower - 1)
                new = altered(node, slice=altered(node.slice, lower=start))
                sentence = (
                    f"a list begins one place too early: {lower - 1} left out instead of {lower}"
                )
                yield Change("slice start", sentence, arrow(node, new), node, new)
        case ast.Slice(lower=None, upper=None, step=ast.UnaryOp(op=ast.USub())):
            sentence = "the order is not reversed"
            yield Change("reverse dropped", sentence, arrow(node, node.value), node, node.value)


def head(node: ast.Call, site: Site) -> Iterator[Change]:
    """head(k), tail(k), nlargest(k) with one more and one less, where k is no constant."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="head" | "tail" | "nlargest" | "nsmallest"), args=[count, *rest]
        ):
            if not isinstance(count, ast.Constant):
                for op, amount in ((ast.Add(), "one more"), (ast.Sub(), "one less")):
                    end = ast.BinOp(count, op, ast.Constant(value=1))
                    new = altered(node, args=[end, *rest])
                    sentence = f"{amount} is taken than asked for"
                    yield Change("slice end", sentence, arrow(node, new), node, new)


def _index(node: ast.Subscript) -> int | None:
    match node.slice:
        case ast.Constant(value=int(index)) if index in (0, 1) and not isinstance(index, bool):
            return index
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)):
            return -1
    return None


def _partner(node: ast.Subscript, index: int, site: Site) -> int | None:
    """What is mistaken for this position: in a pair the other part, else the other end."""
    same = ast.unparse(node.value)
    used = {
        _index(other)
        for other in ast.walk(site.tree)
        if isinstance(other, ast.Subscript) and ast.unparse(other.value) == same
    }
    if {0, 1} <= used:
        return 1 - index if index in (0, 1) else None
    if index == 1 or method_name(node.value) in ("agg", "extract"):
        return None
    return {0: -1, -1: 0}[index]


def _minus_one() -> ast.UnaryOp:
    return ast.UnaryOp(ast.USub(), ast.Constant(value=1))


OPERATORS: Operators = (
    (ast.Subscript, first_or_last),
    (ast.Subscript, slice_ends),
    (ast.Call, head),
)
