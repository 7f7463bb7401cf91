"""Slips in what joins conditions: conditions left out, AND and OR, NOT, parentheses."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from grader.mutation.sql.comparisons import bare, like
from grader.mutation.sql.draft import Draft, drop, swap
from grader.mutation.sql.render import brief, flat
from grader.mutation.sql.scope import Program, conjuncts


def condition_dropped(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """A condition of WHERE, ON, FILTER or HAVING forgotten, or one side of an OR."""
    if isinstance(node, exp.Connector) or not _is_condition(node) or not _matters(node, program):
        return
    what = program.quote(node, "one of the conditions")
    if isinstance(node.parent, exp.Or):
        if _only_window(node):
            return
        sentence = f"what is kept only because of {what} is lost (that side of the OR is missing)"
        yield drop("OR side dropped", node, sentence, f"OR side dropped: {brief(node, 90)}")
        return
    yield drop(
        "condition dropped",
        node,
        _not_asked(node, what, program),
        f"condition dropped from {_clause(node)}: {brief(node, 80)}",
        families=("IS NOT NULL tests",) if _is_missing_test(node) else (),
        everywhere="rows with missing values are not left out" if _is_missing_test(node) else "",
    )


def connector(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """OR for AND and the reverse, and the parentheses around OR forgotten."""
    if isinstance(node, exp.Or):
        yield swap(
            "OR as AND",
            node,
            like(node, exp.And),
            f"{program.quote(node, 'two conditions')} asks for both where one is enough (AND for OR)",
        )
    elif _is_chain(node):
        new: exp.Expr = like(node, exp.Or)
        last = program.quote(node.expression, "the last condition")
        yield swap(
            "AND as OR",
            node,
            exp.paren(new) if isinstance(node.parent, exp.Connector) else new,
            f"meeting {last} alone is enough (OR stands where AND belongs)",
        )
    elif isinstance(node.this, exp.Or) and isinstance(node.parent, exp.And):
        last = program.quote(node.this.expression, "the last condition")
        yield swap(
            "parentheses dropped",
            node,
            node.this,
            f"meeting {last} alone is enough: without parentheses around the OR, AND binds first",
            change=f"parentheses dropped: {brief(node, 80)}",
        )


def negation(node: exp.Expr, program: Program) -> Iterator[Draft]:
    """NOT forgotten, NOT put where none belongs."""
    if isinstance(node, exp.Not):
        inner = node.this
        if _is_missing_test(node):
            # As a condition of its own the test is forgotten, hardly turned round.
            if not _is_condition(node) and not isinstance(node.parent, exp.Where):
                column = program.quote(inner.this, "a column")
                sentence = f"being missing and being there are mixed up for {column}"
                yield swap("missing test negated", node, inner, sentence)
        else:
            what = program.quote(inner, "the condition")
            sentence = f"{what} is asked for where the opposite is needed (NOT is missing)"
            if isinstance(inner, exp.Exists):
                sentence = f"that there is {partner(inner, program)} is asked for, instead of that "
                sentence += "there is none (NOT is missing)"
            yield swap("NOT dropped", node, inner, sentence)
    elif isinstance(node, exp.Exists | exp.In) and not isinstance(node.parent, exp.Not):
        sentence = f"that there is no {partner(node, program)[2:]} is asked for, instead of that "
        sentence += "there is one (NOT EXISTS for EXISTS)"
        if isinstance(node, exp.In):
            sentence = f"{program.quote(node, 'the list')} is turned round (NOT IN for IN)"
        yield swap("NOT added", node, exp.Not(this=node.copy()), sentence)
    elif isinstance(node, exp.Is) and not isinstance(node.parent, exp.Not):
        column = program.quote(node.this, "a column")
        sentence = f"being missing and being there are mixed up for {column}"
        yield swap("missing test negated", node, exp.Not(this=node.copy()), sentence)


def partner(exists: exp.Expr, program: Program) -> str:
    """What EXISTS looks for, in words."""
    for part in exists.find_all(exp.EQ):
        if isinstance(part.expression, exp.Literal):
            return f"a row with {program.quote(part, 'that value')}"
    return "a row that matches"


def _not_asked(node: exp.Expr, what: str, program: Program) -> str:
    """What is let in when a condition is missing."""
    if _is_missing_test(node):
        return f"rows without {program.quote(node.this.this, 'a column')} are not left out"
    inner = node.this if isinstance(node, exp.Not) else node
    if isinstance(inner, exp.Exists):
        return f"whether there is {partner(inner, program)} is not asked (the condition is missing)"
    if isinstance(node, exp.EQ) and flat(bare(node.this)) == flat(bare(node.expression)):
        return f"rows are matched although their {program.quote(node.this, 'keys')} differs"
    return f"rows that do not meet {what} are let in (the condition is missing)"


def _clause(node: exp.Expr) -> str:
    clause = node.find_ancestor(exp.Where, exp.Having, exp.Qualify, exp.Join)
    if isinstance(clause, exp.Where) and isinstance(clause.parent, exp.Filter):
        return "FILTER"
    return "ON" if isinstance(clause, exp.Join) else type(clause).__name__.upper()


def _is_chain(node: exp.Expr) -> bool:
    """Whether these are all the conditions joined by AND, and OR could be thought to join them.

    Nobody joins what matches two tables, or long questions about other tables, by OR.
    """
    if not isinstance(node, exp.And) or isinstance(node.parent, exp.And | exp.Join):
        return False
    return not any(
        part.find(exp.Exists) is not None
        or (
            isinstance(part, exp.EQ)
            and isinstance(part.this, exp.Column)
            and isinstance(part.expression, exp.Column)
        )
        for part in conjuncts(node)
    )


def _only_window(node: exp.Expr) -> bool:
    """Whether QUALIFY would be left without a window, which DuckDB refuses."""
    select = node.find_ancestor(exp.Select)
    within = {id(window) for window in node.find_all(exp.Window)}
    everything = select.find_all(exp.Window) if select else ()
    return bool(within) and all(id(window) in within for window in everything)


def _is_condition(node: exp.Expr) -> bool:
    """Whether the node is a whole condition of a clause, or one that AND or OR joins."""
    parent = node.parent
    if isinstance(parent, exp.Join):
        return False  # its only condition: a join without one is not written
    if isinstance(parent, exp.Paren):
        return isinstance(parent.parent, exp.Connector | exp.Where) and not isinstance(
            node, exp.Connector
        )
    if isinstance(parent, exp.Where):
        return not isinstance(parent.parent, exp.Filter)  # FILTER has its own operator
    return isinstance(parent, exp.Connector | exp.Having | exp.Qualify)


def _is_missing_test(node: exp.Expr) -> bool:
    return (
        isinstance(node, exp.Not)
        and isinstance(node.this, exp.Is)
        and isinstance(node.this.expression, exp.Null)
    )


def _matters(node: exp.Expr, program: Program) -> bool:
    """Whether leaving the condition out can show: not where the column is never missing."""
    if not _is_missing_test(node):
        return True
    return program.is_nullable(node.this.this)


OPERATORS = (condition_dropped, connector, negation)
