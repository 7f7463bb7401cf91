"""A SQL program: its slips, and its text with some nodes replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sqlglot import exp

from grader.mutation.mutant import Facts, Slip
from grader.mutation.sql import (
    aggregates,
    comparisons,
    conditions,
    joins,
    rows,
    times,
    values,
    windows,
)
from grader.mutation.sql.draft import Draft
from grader.mutation.sql.render import parse, pretty
from grader.mutation.sql.scope import Program

_OPERATORS = (
    *comparisons.OPERATORS,
    *conditions.OPERATORS,
    *joins.OPERATORS,
    *aggregates.OPERATORS,
    *windows.OPERATORS,
    *times.OPERATORS,
    *values.OPERATORS,
    *rows.OPERATORS,
)


_CONSISTENT = ("constant", "interval unit", "date direction")


def slips(text: str, facts: Facts) -> Iterator[Slip]:
    """All slips in the order of the program: the single ones, then those made everywhere.

    Raises ValueError when the text cannot be parsed.
    """
    tree = parse(text)
    program = Program(tree, facts)
    drafts = [
        draft
        for node in tree.walk()
        for operator in _OPERATORS
        for draft in operator(node, program)
    ]
    number = {id(node): position for position, node in enumerate(tree.walk())}
    everywhere = list(_everywhere(drafts))
    singles = [draft for draft in drafts if not _is_one_of_many(draft, drafts)]
    for draft in (*singles, *everywhere):
        edits = {number[id(node)]: new for node, new in draft.edits}
        yield Slip(draft.operator, _told(draft, tree), draft.change, edits)


def rewritten(text: str, edits: Mapping[int, exp.Expr | None]) -> str | None:
    """The program with the nodes at these positions replaced, or removed where there is None.

    None when an edit lies inside another edit's node or leaves nothing that could stand there.
    """
    tree = _parsed(text).copy()
    nodes = list(tree.walk())
    targets = [(nodes[position], new) for position, new in sorted(edits.items())]
    edited = {id(node) for node, _ in targets}
    if any(id(outer) in edited for node, _ in targets for outer in _above(node)):
        return None
    if 0 in edits:
        return None if edits[0] is None else pretty(edits[0])
    # Removing may dissolve what surrounds the node, so it comes last.
    for node, new in targets:
        if new is not None:
            node.replace(new.copy())
    for node, new in targets:
        if new is None and not _removed(node):
            return None
    return pretty(tree)


_parsed = lru_cache(maxsize=8)(parse)


def _is_one_of_many(draft: Draft, drafts: Iterable[Draft]) -> bool:
    """Whether a number or unit is written wrong at only one of three places or more.

    Who takes hours for days takes them everywhere.
    """
    same = [other for other in drafts if other.change == draft.change]
    return draft.operator in _CONSISTENT and len(same) > 2


def _told(draft: Draft, tree: exp.Expr) -> str:
    """The sentence, beginning with the column of the result that the slip is made in, if it is one."""
    if not isinstance(tree, exp.Select) or len(tree.expressions) < 2:
        return draft.sentence
    shown = {id(made): made.alias_or_name for made in tree.expressions}
    places = {
        next((shown[id(each)] for each in (node, *_above(node)) if id(each) in shown), "")
        for node, _ in draft.edits
    }
    name = places.pop()
    if places or not name or f"`{name}`" in draft.sentence:
        return draft.sentence
    return f"for `{name}`, {draft.sentence}"


def _removed(node: exp.Expr) -> bool:
    """Take the node out, and with it what cannot stand without it; False when that is all."""
    parent = node.parent
    if parent is None:
        return False
    if isinstance(parent, exp.Connector):  # one operand of AND or OR is left
        other = parent.expression if parent.this is node else parent.this
        parent.replace(other)
        return True
    if isinstance(parent, exp.Paren | exp.Where | exp.Having | exp.Qualify):
        return _removed(parent)
    if isinstance(parent, exp.Filter):  # FILTER without a condition
        parent.replace(parent.this)
        return True
    if isinstance(parent, exp.Order | exp.Group) and len(parent.expressions) == 1:
        if isinstance(parent.this, exp.Expr):  # first(x ORDER BY y): x remains
            parent.replace(parent.this)
            return True
        return _removed(parent)
    node.pop()
    return True


def _everywhere(drafts: Iterable[Draft]) -> Iterator[Draft]:
    families: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        for family in dict.fromkeys(draft.families):
            families.setdefault((draft.operator, family), []).append(draft)
    for (_, family), members in families.items():
        together = _apart(members)
        if len(together) > 1:
            first = together[0]
            edits = tuple(edit for draft in together for edit in draft.edits)
            sentence = first.everywhere or first.sentence
            if not first.everywhere and any(each.sentence != sentence for each in together):
                sentence += ", and the same slip is made in other places"
            yield Draft(first.operator, sentence, edits, f"everywhere: {family}")


def _apart(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that do not reach into an earlier one."""
    kept: list[Draft] = []
    taken: set[int] = set()
    for draft in drafts:
        own = {id(node) for node, _ in draft.edits}
        around = {id(outer) for node, _ in draft.edits for outer in _above(node)}
        inside = {id(inner) for node, _ in draft.edits for inner in node.walk()}
        if not taken & (own | around | inside):
            kept.append(draft)
            taken |= own
    return kept


def _above(node: exp.Expr) -> Iterator[exp.Expr]:
    while node.parent is not None:
        node = node.parent
        yield node
