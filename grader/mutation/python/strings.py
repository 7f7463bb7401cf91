"""Texts: the wrong one looked for, the wrong normal form, a separator forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.mutation.python.nodes import altered, function_name, method_name
from grader.mutation.python.site import Change, Operators, Site
from grader.mutation.python.words import arrow, shown

_FORMS = {"NFC": ("NFD", "NFKC"), "NFKC": ("NFC",), "NFD": ("NFC",), "NFKD": ("NFD",)}


def other_text(node: ast.Constant, site: Site) -> Iterator[Change]:
    """A text that something is compared with: another one of those the program compares with."""
    if isinstance(node.value, str) and _is_compared(node, site):
        others = sorted(
            {
                other.value
                for other in ast.walk(site.tree)
                if isinstance(other, ast.Constant) and _is_compared(other, site)
                if isinstance(other.value, str) and other.value and other.value != node.value
            }
        )
        for text in others if node.value else []:
            new = ast.Constant(value=text)
            sentence = f"`{text}` is looked for where it should be `{node.value}`"
            yield Change("wrong text", sentence, arrow(node, new), node, new)


def normal_form(node: ast.Constant, site: Site) -> Iterator[Change]:
    if isinstance(node.value, str) and function_name(site.parent(node)) == "normalize":
        for form in _FORMS.get(node.value, ()):
            new = ast.Constant(value=form)
            sentence = f"the text is brought to the normal form {form} instead of {node.value}"
            yield Change("normal form", sentence, arrow(node, new), node, new)


def nothing_for_space(node: ast.Constant, site: Site) -> Iterator[Change]:
    """A space that takes the place of something: without it, two words grow together."""
    if node.value != " ":
        return
    parent = site.parent(node)
    in_choice = isinstance(parent, ast.IfExp) and node is not parent.test
    if in_choice or (method_name(parent) in ("replace", "sub") and node in parent.args[1:]):  # type: ignore[union-attr]
        sentence = "what separates two words is deleted, so that they grow together"
        yield Change("space dropped", sentence, "' ' → ''", node, ast.Constant(value=""))


def stripped_characters(node: ast.Call, site: Site) -> Iterator[Change]:
    """strip(" ") -> strip(), split() -> split(" ")."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="strip" | "lstrip" | "rstrip"), args=[ast.Constant()]
        ):
            bare = altered(node, args=[])
            sentence = f"all white space is stripped, not only {shown(node.args[0])}"
            yield Change("strip", sentence, f"{shown(node)} → without its argument", node, bare)
        case ast.Call(func=ast.Attribute(attr="split"), args=[], keywords=[]):
            spaced = altered(node, args=[ast.Constant(value=" ")])
            sentence = (
                "the text is split at each single space, so that two in a row leave an empty piece"
            )
            yield Change("split", sentence, ".split() → .split(' ')", node, spaced)


def _is_compared(node: ast.Constant, site: Site) -> bool:
    parent = site.parent(node)
    if isinstance(parent, ast.Compare):
        return any(isinstance(op, (ast.Eq, ast.NotEq)) for op in parent.ops)
    return method_name(parent) in ("eq", "ne")


OPERATORS: Operators = (
    (ast.Constant, other_text),
    (ast.Constant, normal_form),
    (ast.Constant, nothing_for_space),
    (ast.Call, stripped_characters),
)
