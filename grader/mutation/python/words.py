"""Pieces of a program in words: for learners, who know the columns and not the variables."""

from __future__ import annotations

import ast
import re

from grader.mutation.python.nodes import function_name, keyword_of, method_name, receiver
from grader.mutation.python.site import Site

_LONGEST = 76

_ARITHMETIC = {
    ast.Add: "{} plus {}",
    ast.Sub: "{} minus {}",
    ast.Mult: "{} times {}",
    ast.Div: "{} divided by {}",
}
_COMPARISONS = {
    ast.Eq: "{} equals {}",
    ast.NotEq: "{} differs from {}",
    ast.Lt: "{} is below {}",
    ast.LtE: "{} is at most {}",
    ast.Gt: "{} is above {}",
    ast.GtE: "{} is at least {}",
    ast.In: "{} is among {}",
    ast.NotIn: "{} is not among {}",
    ast.Is: "{} is {}",
    ast.IsNot: "{} is not {}",
}
_METHODS = {
    "normalize": "the date of {}",
    "to_period": "the month of {}",
    "lower": "{} in lower case",
    "total_seconds": "{} in seconds",
    "min": "the smallest {}",
    "max": "the largest {}",
    "sum": "the sum of {}",
    "mean": "the average of {}",
    "nunique": "the number of different {}",
}
_ASKED = {
    # method: as a clause, and its opposite
    "isna": ("{} is missing", "{} is there"),
    "isnull": ("{} is missing", "{} is there"),
    "notna": ("{} is there", "{} is missing"),
    "isalpha": ("{} is a letter", "{} is no letter"),
    "duplicated": ("{} came before", "{} did not come before"),
    "isin": ("{} is among those looked for", "{} is not among those looked for"),
    "between": ("{} is between the two ends", "{} is not between the two ends"),
}
_COPIES = ("{} occurs more than once", "{} occurs only once")
_OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
}
_NO_NOUNS = frozenset(
    ("before", "after", "started", "kept", "now", "known", "valid", "dated", "best", "opens", "ever before",
     "eligible", "last complete", "inside a word")
)  # fmt: skip
"""Names that say nothing as "the ...": learners hear of the thing in another way or not at all."""


def say(node: ast.AST, site: Site) -> str:
    """The value of an expression as a phrase, such as "the date of `visit_ts`"; empty when there is
    none that is short and clear."""
    phrase = _value(node, site)
    return phrase if len(phrase) <= _LONGEST else ""


def say_condition(node: ast.AST, site: Site, holds: bool = True) -> str:
    """A condition (or its opposite) as a clause, such as "`end_date` is missing"; empty when there
    is none that is short and clear."""
    match node:
        case ast.UnaryOp(op=ast.Not() | ast.Invert(), operand=inner):
            return say_condition(inner, site, not holds)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            sign = type(op) if holds else _OPPOSITES.get(type(op), type(op))
            clause = _filled(_COMPARISONS.get(sign, ""), say(left, site), say(right, site))
        case ast.Call(func=ast.Attribute(attr=name)) if name in _ASKED:
            subject = say(receiver(node), site)
            if isinstance(receiver(node), ast.Name) and subject.strip("`") in site.facts.tables:
                subject = "the row"
            asked = _COPIES if name == "duplicated" and _every_copy(node) else _ASKED[name]
            clause = _filled(asked[not holds], subject)
        case ast.Call(func=ast.Attribute(attr="eq"), args=[other]):
            pattern = "{} equals {}" if holds else "{} differs from {}"
            clause = _filled(pattern, say(receiver(node), site), say(other, site))
        case ast.Call(func=ast.Name(id="len"), args=[_]):
            clause = "there is anything to count" if holds else "there is nothing to count"
        case ast.Attribute(attr="empty"):
            clause = "there are no rows" if holds else "there are rows"
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            if name in site.own_columns:
                plain = _named(name).removeprefix("the ")
                clause = _filled("it counts as {}" if holds else "it does not count as {}", plain)
            else:
                clause = f"`{name}` is true" if holds else f"`{name}` is not true"
        case ast.Name(id=name) if name not in site.known_names:
            meaning = site.meaning(name)
            clause = say_condition(meaning, site, holds) if meaning else ""
        case _:
            clause = ""
    return clause if len(clause) <= _LONGEST else ""


def whether(node: ast.AST, site: Site) -> str:
    """What is asked by a condition, always put the positive way: "`email` came before"."""
    negative = isinstance(node, ast.Compare) and isinstance(
        node.ops[0], (ast.NotEq, ast.NotIn, ast.IsNot)
    )
    negative = negative or isinstance(node, ast.UnaryOp)
    return say_condition(node, site, holds=not negative)


def be(phrase: str) -> str:
    """ "The verb "is", or "are" after a number of things."""
    return "are" if re.match(r"^([02-9]|\d\d+) \w+s$", phrase) else "is"


def _every_copy(node: ast.Call) -> bool:
    """Whether duplicated() marks all rows of a group: keep=False."""
    match keyword_of(node, "keep"):
        case ast.keyword(value=ast.Constant(value=False)):
            return True
    return False


def _filled(pattern: str, *parts: str) -> str:
    return pattern.format(*parts) if pattern and all(parts) else ""


def _value(node: ast.AST, site: Site) -> str:
    match node:
        case ast.Constant(value=None):
            return "nothing"
        case ast.Constant():
            return f"`{ast.unparse(node)}`"
        case ast.Name(id=name):
            meaning = None if name in site.known_names else site.meaning(name)
            known = f"`{name}`" if name in site.known_names else _named(name)
            if meaning and sum(isinstance(part, ast.BinOp) for part in ast.walk(meaning)) < 2:
                return _value(meaning, site) or known
            return known
        case ast.Subscript(value=ast.Attribute(attr="loc"), slice=ast.Tuple(elts=[_, column])):
            return _value(ast.Subscript(node.value, column), site)
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            return _named(name) if name in site.own_columns else f"`{name}`"
        case ast.Subscript(value=ast.Attribute(attr="iloc", value=inner)):
            return _value(inner, site) if site.has_one_row(inner) else ""
        case ast.Attribute(attr="days", value=inner):
            return _filled("{} in days", _value(inner, site))
        case ast.Attribute(attr="dt" | "str", value=inner):
            return _value(inner, site)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return _filled("minus {}", _value(inner, site))
        case ast.BinOp(left=left, op=op, right=right):
            pattern = _ARITHMETIC.get(type(op), "")
            return _filled(pattern, _value(left, site), _value(right, site))
        case ast.Call():
            return _call(node, site)
    return ""


def _call(node: ast.Call, site: Site) -> str:
    if function_name(node) == "Timedelta":
        return timedelta(node)
    if function_name(node) == "len" and len(node.args) == 1:
        return _filled("the number of {}", _value(node.args[0], site).removeprefix("the "))
    if (name := method_name(node)) in _METHODS and not function_name(node):
        return _filled(_METHODS[name], _value(receiver(node), site))
    return ""


def timedelta(node: ast.Call) -> str:
    """A Timedelta in words: "30 days"."""
    match node.keywords:
        case [ast.keyword(arg=str(unit), value=ast.Constant(value=int(number)))]:
            return f"{number} {unit if number != 1 else unit.removesuffix('s')}"
    return ""


def _named(name: str) -> str:
    """A name of the solution in plain words: last_complete -> "the last complete". What is too short
    to mean anything has none."""
    plain = re.sub(r"^(is|has)_", "", name).replace("_", " ").strip().lower()
    return f"the {plain}" if len(plain) > 2 and plain not in _NO_NOUNS else ""


def quoted(names: list[str]) -> str:
    """Names for a sentence: `a`, `b` and `c`."""
    marked = [f"`{name}`" for name in names]
    return " and ".join(part for part in (", ".join(marked[:-1]), marked[-1]) if part)


def shown(node: ast.AST, limit: int = 50) -> str:
    """The code of a node on one line, shortened in the middle."""
    code = " ".join(ast.unparse(node).split())
    if len(code) <= limit:
        return code
    half = (limit - 1) // 2
    return f"{code[:half]}…{code[-half:]}"


def arrow(before: ast.AST, after: ast.AST) -> str:
    """before → after, with what the two share at both ends cut away where it is too long."""
    old, new = (" ".join(ast.unparse(node).split()) for node in (before, after))
    if len(old) <= 52 and len(new) <= 52:
        return f"{old} → {new}"
    start = _shared(old, new)
    end = min(_shared(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    return " → ".join(_window(text, start, len(text) - end) for text in (old, new))


def _shared(one: str, other: str) -> int:
    """How many characters two texts share at their start."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))


def _window(text: str, start: int, end: int) -> str:
    """The changed part of a text with a little around it, 52 characters at most."""
    first = max(0, start - 16)
    last = min(len(text), max(end + 16, first + 32), first + 50)
    return "…" * (first > 0) + text[first:last] + "…" * (last < len(text))
