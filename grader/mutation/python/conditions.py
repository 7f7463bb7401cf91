"""Conditions: and/or, not, a condition that plays no part, a branch always or never taken."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.nodes import altered, method_name, without
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, say_condition, shown, whether

_LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_ASKING = frozenset(
    ("isin", "between", "isna", "notna", "eq", "ne", "duplicated", "gt", "ge", "lt", "le")
)


def is_condition(node: ast.AST, site: Site) -> bool:
    """Whether an expression is a column of yes and no, as far as its form tells."""
    match node:
        case ast.Compare() | ast.UnaryOp(op=ast.Invert()):
            return True
        case ast.BinOp(op=ast.BitAnd() | ast.BitOr()):
            return True
        case ast.Call():
            return method_name(node) in _ASKING
        case ast.Name(id=name):
            return any(is_condition(value, site) for value in site.assigned(name))
    return False


def connective(node: ast.BoolOp | ast.BinOp, site: Site) -> Iterator[Change]:
    both = "one of two conditions is enough, where both must hold"
    one = "two conditions must both hold, where one of them is enough"
    swaps: dict[type, tuple[ast.AST, str]] = {
        ast.And: (ast.Or(), both),
        ast.Or: (ast.And(), one),
        ast.BitAnd: (ast.BitOr(), both),
        ast.BitOr: (ast.BitAnd(), one),
    }
    if type(node.op) in swaps:
        op, sentence = swaps[type(node.op)]
        parts = _parts(node)
        clauses = [say_condition(part, site) for part in parts]
        if len(parts) == 2 and all(clauses):
            sentence = f"{sentence} ({clauses[0]}; {clauses[1]})"
        new = altered(node, op=op)
        yield Change("and/or", sentence, arrow(node, new), node, new)


def part_dropped(node: ast.BoolOp | ast.BinOp, site: Site) -> Iterator[Change]:
    if not isinstance(node.op, (ast.And, ast.Or, ast.BitAnd, ast.BitOr)):
        return
    parts = _parts(node)
    for number, part in enumerate(parts):
        rest = without(parts, number)
        new = rest[0] if len(rest) == 1 else altered(node, values=rest)
        clause = whether(part, site)
        sentence = (
            f"it plays no part whether {clause}" if clause else "one of the conditions is missing"
        )
        yield Change(
            "condition dropped", sentence, f"condition dropped: {shown(part, 80)}", node, new
        )


def not_dropped(node: ast.UnaryOp, site: Site) -> Iterator[Change]:
    if isinstance(node.op, (ast.Not, ast.Invert)):
        clause, opposite = (say_condition(node.operand, site, holds) for holds in (True, False))
        sentence = (
            "a condition holds where it should not, and the other way round: a `not` is missing"
        )
        if clause and opposite:
            sentence = f"it is asked that {clause}, where it should be that {opposite}"
        yield Change("not dropped", sentence, arrow(node, node.operand), node, node.operand)


def branch(node: ast.If, site: Site) -> Iterator[Change]:
    """An if that is never or always true. What leaves the function on every input is no slip."""
    clause = say_condition(node.test, site)
    case = f"where {clause}" if clause else "in a special case"
    first = node.body[0]
    if isinstance(first, ast.Raise):
        never = f"no error is raised {case}"
    elif isinstance(first, _LEAVES):
        never = f"nothing special is done {case}: it is treated like all the rest"
        if not clause:
            never = "a special case is not provided for"
    else:
        never = f"what should be done {case} is not done"
    gone = altered(node, test=ast.Constant(value=False)) if node.orelse else None
    label = "guard dropped" if isinstance(first, _LEAVES) else "branch never taken"
    yield Change(label, never, f"dropped: if {shown(node.test, 80)}", node, gone)
    if not isinstance(node.body[-1], _LEAVES):
        always = f"what should be done only {case} is done always"
        new = altered(node, test=ast.Constant(value=True))
        yield Change("branch always taken", always, f"if {shown(node.test)} → if True", node, new)


def choice(node: ast.IfExp, site: Site) -> Iterator[Change]:
    """`a if c else b` without the choice. Always a constant would be no slip."""
    clause = whether(node.test, site)
    asked = f"it plays no part whether {clause}" if clause else "a special case is not told apart"
    if_true, if_false = (
        ("so", "not so") if clause == say_condition(node.test, site) else ("not so", "so")
    )
    for kept, so in ((node.body, if_true), (node.orelse, if_false)):
        if not isinstance(kept, ast.Constant):
            sentence = f"{asked}: everything is treated as if it were {so}"
            yield Change("choice dropped", sentence, arrow(node, kept), node, kept)


def filter_dropped(node: ast.comprehension, site: Site) -> Iterator[Change]:
    """A condition of a comprehension."""
    for test in node.ifs:
        clause = whether(test, site)
        sentence = "nothing is filtered out by a condition that should hold"
        if clause:
            sentence = f"it plays no part whether {clause}: nothing is left out"
        yield Change("filter dropped", sentence, f"dropped: if {shown(test, 80)}", test, None)


def rows_unfiltered(node: ast.Subscript, site: Site) -> Iterator[Change]:
    """table[condition] and table.loc[condition, columns] without the condition."""
    match node:
        case ast.Subscript(
            value=ast.Attribute(attr="loc", value=table), slice=ast.Tuple(elts=[test, columns])
        ):
            new: ast.expr = ast.Subscript(table, columns, ast.Load())
        case ast.Subscript(value=ast.Attribute(attr="loc", value=table), slice=test):
            new = table
        case ast.Subscript(value=table, slice=test):
            new = table
    if isinstance(node.ctx, ast.Load) and is_condition(test, site):
        clause = say_condition(test, site)
        sentence = "rows are kept that one of the conditions should leave out"
        if clause:
            sentence = f"all rows are kept, not only those where {clause}"
        yield Change("filter dropped", sentence, f"filter dropped: [{shown(test, 80)}]", node, new)


def _parts(node: ast.BoolOp | ast.BinOp) -> list[ast.expr]:
    return node.values if isinstance(node, ast.BoolOp) else [node.left, node.right]


OPERATORS: Operators = (
    (ast.BoolOp, connective),
    (ast.BinOp, connective),
    (ast.BoolOp, part_dropped),
    (ast.BinOp, part_dropped),
    (ast.UnaryOp, not_dropped),
    (ast.If, branch),
    (ast.IfExp, choice),
    (ast.comprehension, filter_dropped),
    (ast.Subscript, rows_unfiltered),
)
