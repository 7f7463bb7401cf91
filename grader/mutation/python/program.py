"""A Python program as a numbered tree: its slips, and its text with some nodes replaced."""

from __future__ import annotations

import ast
import copy
from collections import defaultdict
from collections.abc import Iterator, Mapping

from grader.mutation.mutant import Facts, Slip
from grader.mutation.python.operators import OPERATORS
from grader.mutation.python.site import Change, Site

# Python shares one object for every `<` and every load context, so these cannot have a position.
_WITHOUT_POSITION = (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)

_ONLY_ALONE = frozenset(("condition dropped", "choice dropped", "slice dropped", "term dropped"))
"""Slips that nobody makes everywhere just because two places look alike."""


def slips(text: str, facts: Facts) -> Iterator[Slip]:
    """All slips in the order of the program: the single ones, then those made everywhere.

    Raises ValueError when the text is no Python.
    """
    tree = _parsed(text)
    site = Site(tree, facts)
    positions = {id(node): number for number, node in enumerate(_walk(tree))}
    alike: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for node in _candidates(tree):
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                for change in operator(node, site):
                    alike[change.operator, change.change].append(change)
                    yield _single(change, site, positions)
    for (kind_of_slip, _), changes in alike.items():
        places = {id(change.node) for change in changes}
        if len(places) == len(changes) > 1 and kind_of_slip not in _ONLY_ALONE:
            yield _everywhere(changes, positions)


def rewritten(text: str, edits: Mapping[int, ast.AST | None]) -> str | None:
    """The text with the nodes at these positions replaced (None: removed).

    None when one edit lies inside the node of another.
    """
    tree = _parsed(text)
    chosen: dict[int, ast.AST | None] = {}
    taken = -1
    for number, node in enumerate(_walk(tree)):
        if number in edits:
            if number <= taken:
                return None
            taken = number + sum(1 for _ in _walk(node)) - 1
            chosen[id(node)] = edits[number]
    _Edit(chosen).visit(tree)
    return ast.unparse(ast.fix_missing_locations(tree))


def _parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise ValueError(f"This is no Python: {error}") from error


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes depth first, each before what it holds: the order that numbers them."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _WITHOUT_POSITION):
            yield from _walk(child)


def _candidates(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes in the same order without what no slip is made in: imports, docstrings, type hints."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, _WITHOUT_POSITION):
                yield from _candidates(child)


def _single(change: Change, site: Site, positions: Mapping[int, int]) -> Slip:
    """The slip of one change; its sentence begins with the result column that it is for."""
    label = site.label(change.node)
    sentence = change.sentence
    if label and f"`{label}`" not in sentence:
        sentence = f"for `{label}`, {sentence}"
    return Slip(
        change.operator, sentence, change.change, {positions[id(change.node)]: change.replacement}
    )


def _everywhere(changes: list[Change], positions: Mapping[int, int]) -> Slip:
    """The slip made in all the places where it can be made."""
    first = changes[0]
    edits = {positions[id(change.node)]: change.replacement for change in changes}
    sentence = f"{first.general or first.sentence}, throughout"
    return Slip(f"{first.operator}, everywhere", sentence, f"everywhere: {first.change}", edits)


class _Edit(ast.NodeTransformer):
    """Puts copies of the replacements in place; a body that loses all it has becomes `pass`."""

    def __init__(self, chosen: Mapping[int, ast.AST | None]) -> None:
        self.chosen = chosen

    def visit(self, node: ast.AST) -> ast.AST | None:
        if id(node) in self.chosen:
            return copy.deepcopy(self.chosen[id(node)])
        self.generic_visit(node)
        if getattr(node, "body", None) == []:
            node.body = [ast.Pass()]  # type: ignore[attr-defined]
        return node
