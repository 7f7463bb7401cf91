"""Arithmetic: the wrong sign, a part left out, a difference or a fraction the wrong way round."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.mutation.python.nodes import altered, function_name, method_name
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, be, say, shown

_SIGNS: dict[type[ast.operator], tuple[type[ast.operator], str]] = {
    ast.Add: (ast.Sub, "something is subtracted that should be added"),
    ast.Sub: (ast.Add, "something is added that should be subtracted"),
    ast.Mult: (ast.Add, "two numbers are added that should be multiplied"),
    ast.Div: (ast.FloorDiv, "a division is cut down to a whole number"),
    ast.FloorDiv: (ast.Div, "a division keeps its fraction, where only whole numbers count"),
}
_TIME = re.compile(r"date|_ts\b|time|as_of")
_NAMED: dict[type[ast.operator], str] = {
    ast.Add: "{right} {be} subtracted from {left}, where the opposite is meant",
    ast.Sub: "{right} {be} added to {left}, where the opposite is meant",
    ast.Mult: "{left} and {right} are added, where they should be multiplied",
    ast.Div: "the division of {left} by {right} is cut down to a whole number",
}
_LEFT_OUT: dict[type[ast.operator], str] = {
    ast.Add: "{right} {be} not added",
    ast.Sub: "{right} {be} not subtracted",
    ast.Mult: "it is not multiplied by {right}",
    ast.Div: "it is not divided by {right}",
    ast.FloorDiv: "it is not divided by {right}",
    ast.Pow: "it is not raised to the power {right}",
}


def sign(node: ast.BinOp, site: Site) -> Iterator[Change]:
    if type(node.op) in _SIGNS and not _of_text(node, site) and not _of_two_times(node, site):
        if isinstance(node.op, ast.Div) and not site.facts.tables and site.imports("numpy"):
            return  # nobody cuts measured values down to whole numbers
        op, sentence = _SIGNS[type(node.op)]
        left, right = say(node.left, site), say(node.right, site)
        if left and right and type(node.op) in _NAMED:
            sentence = _NAMED[type(node.op)].format(left=left, right=right, be=be(right))
        new = altered(node, op=op())
        yield Change("arithmetic sign", sentence, arrow(node, new), node, new)


def turned_round(node: ast.BinOp, site: Site) -> Iterator[Change]:
    if (
        not isinstance(node.op, (ast.Sub, ast.Div))
        or _is_fixed(node.right, site)
        or _sign_is_lost(node, site)
    ):
        return
    new = altered(node, left=node.right, right=node.left)
    left, right = say(node.left, site), say(node.right, site)
    if isinstance(node.op, ast.Sub):
        sentence = "a difference is taken the other way round"
        if left and right:
            sentence = f"the difference is the other way round: {right} minus {left}"
    else:
        sentence = "a fraction stands upside down"
        if left and right:
            sentence = f"the fraction stands upside down: {right} divided by {left}"
    yield Change("operands swapped", sentence, arrow(node, new), node, new)


def part_left_out(node: ast.BinOp, site: Site) -> Iterator[Change]:
    """`+ 1`, `/ 60`, `* 100`, `- Timedelta(days=1)` left out; of a sum of two values, either one."""
    if type(node.op) not in _LEFT_OUT or _of_text(node, site):
        return
    if _is_fixed(node.right, site):
        right = say(node.right, site) or shown(node.right)
        sentence = _LEFT_OUT[type(node.op)].format(right=right, be=be(right))
        if (base := say(node.left, site)) and isinstance(node.op, (ast.Add, ast.Sub)):
            preposition = "to" if isinstance(node.op, ast.Add) else "from"
            sentence += f" {preposition} {base}"
        yield Change("term dropped", sentence, arrow(node, node.left), node, node.left)
    elif _is_fixed(node.left, site) and isinstance(node.op, (ast.Add, ast.Mult)):
        left = say(node.left, site) or shown(node.left)
        sentence = _LEFT_OUT[type(node.op)].format(right=left, be=be(left))
        yield Change("term dropped", sentence, arrow(node, node.right), node, node.right)
    elif isinstance(node.op, (ast.Add, ast.Mult)):
        what = "sum" if isinstance(node.op, ast.Add) else "product"
        for kept, lost in ((node.left, node.right), (node.right, node.left)):
            gone = say(lost, site)
            sentence = f"{gone or 'one of the two values'} is left out of a {what}"
            yield Change("term dropped", sentence, arrow(node, kept), node, kept)


def counted_singly(node: ast.BinOp, site: Site) -> Iterator[Change]:
    """totals.get(key, 0) + count -> totals.get(key, 0) + 1, or only the larger of the two."""
    if method_name(node.left) != "get" or isinstance(node.right, ast.Constant):
        return
    if isinstance(node.op, ast.Add):
        new: ast.expr = altered(node, right=ast.Constant(value=1))
        sentence = "each occurrence adds 1 instead of its own count"
        yield Change("counted singly", sentence, arrow(node, new), node, new)
        new = ast.Call(ast.Name("max", ast.Load()), [node.left, node.right], [])
        sentence = "only the largest of several counts is kept, where they should be added"
        yield Change("counted singly", sentence, arrow(node, new), node, new)


def divisor_less_one(node: ast.BinOp, site: Site) -> Iterator[Change]:
    """n - 1 where n belongs."""
    summed = any("sum" in (function_name(part), method_name(part)) for part in ast.walk(node.left))
    if isinstance(node.op, ast.Div) and function_name(node.right) == "len" and summed:
        less = ast.BinOp(node.right, ast.Sub(), ast.Constant(value=1))
        new = altered(node, right=less)
        sentence = "it is divided by the number of values less one, not by their number"
        yield Change("divisor", sentence, arrow(node, new), node, new)


def minus_dropped(node: ast.UnaryOp, site: Site) -> Iterator[Change]:
    if isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        in_key = any(isinstance(above, ast.Lambda) for above in site.ancestors(node))
        sentence = "a minus sign is missing"
        if in_key:
            sentence = (
                "one of the sort keys goes up where it should go down: the smallest come first"
            )
        yield Change("minus dropped", sentence, arrow(node, node.operand), node, node.operand)


def augmented(node: ast.AugAssign, site: Site) -> Iterator[Change]:
    if not isinstance(node.op, (ast.Add, ast.Sub, ast.Mult)) or _of_text(node, site):
        return
    set_ = ast.Assign(targets=[node.target], value=node.value, lineno=0)
    sentence = "what came before is replaced where the next value should be added to it"
    yield Change("overwritten", sentence, arrow(node, set_), node, set_)
    if type(node.op) in (ast.Add, ast.Sub):
        op, sentence = _SIGNS[type(node.op)]
        new = altered(node, op=op())
        yield Change("arithmetic sign", sentence, arrow(node, new), node, new)


def _is_fixed(node: ast.AST, site: Site) -> bool:
    """A number or a length of time that is written down, also under a name in capitals."""
    match node:
        case ast.Constant(value=int() | float()):
            return True
        case ast.Name(id=name):
            return name.isupper() and len(name) > 1
        case ast.Call():
            return function_name(node) == "Timedelta"
    return False


def _sign_is_lost(node: ast.BinOp, site: Site) -> bool:
    """Whether only the size of a difference matters: abs(a - b), (a - b) ** 2."""
    parent = site.parent(node)
    above = site.parent(parent) if parent else None
    squared = (
        isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow) and parent.left is node
    )
    absolute = function_name(parent) in ("abs", "absolute", "square") or method_name(above) == "abs"
    return isinstance(node.op, ast.Sub) and (squared or absolute)


def _of_two_times(node: ast.BinOp, site: Site) -> bool:
    """Whether one time is subtracted from another; two times cannot be added."""
    if not isinstance(node.op, ast.Sub) or _is_fixed(node.right, site):
        return False
    parent = site.parent(node)
    if isinstance(parent, ast.Attribute) and parent.attr == "dt":
        return True
    others = [parent.left, *parent.comparators] if isinstance(parent, ast.Compare) else []
    if any(not isinstance(other, ast.Constant) and _is_fixed(other, site) for other in others):
        return True
    return _TIME.search(ast.unparse(node)) is not None


def _of_text(node: ast.BinOp | ast.AugAssign, site: Site) -> bool:
    """Whether a + joins texts or lists, as far as its form tells."""
    parts = [node.value] if isinstance(node, ast.AugAssign) else [node.left, node.right]
    for part in parts:
        match part:
            case ast.Constant(value=str()) | ast.JoinedStr() | ast.List() | ast.ListComp():
                return True
            case ast.Subscript(value=ast.Name(id=name)):
                if any(method_name(value) == "extract" for value in site.assigned(name)):
                    return True
    return False


OPERATORS: Operators = (
    (ast.BinOp, sign),
    (ast.BinOp, turned_round),
    (ast.BinOp, part_left_out),
    (ast.BinOp, counted_singly),
    (ast.BinOp, divisor_less_one),
    (ast.UnaryOp, minus_dropped),
    (ast.AugAssign, augmented),
)
