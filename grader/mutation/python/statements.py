"""Statements: a step of a loop left out, a loop left too early."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import say, shown, whether


def augmented_dropped(node: ast.AugAssign, site: Site) -> Iterator[Change]:
    """counts &= condition, total += value."""
    if isinstance(node.op, (ast.BitAnd, ast.BitOr)):
        clause = whether(node.value, site)
        sentence = (
            f"it plays no part whether {clause}" if clause else "one of the conditions is missing"
        )
        yield Change("condition dropped", sentence, f"dropped: {shown(node, 90)}", node, None)
        other = ast.BitOr() if isinstance(node.op, ast.BitAnd) else ast.BitAnd()
        both = isinstance(node.op, ast.BitAnd)
        sentence = "one of two conditions is enough, where both must hold"
        if not both:
            sentence = "two conditions must both hold, where one of them is enough"
        new = ast.AugAssign(node.target, other, node.value)
        yield Change("and/or", sentence, f"{shown(node, 60)} → {'|=' if both else '&='}", node, new)
    else:
        amount = say(node.value, site)
        sentence = f"{amount or 'a value'} is never added up"
        yield Change("statement dropped", sentence, f"dropped: {shown(node, 90)}", node, None)


def loop_left(node: ast.Continue, site: Site) -> Iterator[Change]:
    sentence = "everything after the first one to be skipped is skipped too"
    yield Change("loop left", sentence, "continue → break", node, ast.Break())


def loop_goes_on(node: ast.Break, site: Site) -> Iterator[Change]:
    sentence = "the search goes on where it should stop"
    yield Change("loop goes on", sentence, "dropped: break", node, None)


OPERATORS: Operators = (
    (ast.AugAssign, augmented_dropped),
    (ast.Continue, loop_left),
    (ast.Break, loop_goes_on),
)
