"""A mutant: a worked solution with one slip in it, as a learner might have made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.bank.codefile import Language
from grader.bank.exercise import Answer, Exercise


@dataclass(frozen=True)
class Slip:
    """Something that stands in the program, and what a slip would put there.

    `edits` maps the position of a node (its number in the order of the language's walk over the
    syntax tree) to what replaces it; None removes it. Most slips have one edit; the same slip made
    everywhere has several.
    `operator` names the kind of slip ("comparison boundary").
    `sentence` says it to a learner, without a capital or a full stop, so that it continues
    "Your answer gives what one slip would give: ...".
    `change` says it to an author: "a >= b → a > b".
    """

    operator: str
    sentence: str
    change: str
    edits: Mapping[int, Any]


@dataclass(frozen=True)
class Mutant:
    """A program with a slip. `change` is unique among the mutants of one solution."""

    language: Language
    text: str
    operator: str
    sentence: str
    change: str
    slip: Slip = field(repr=False, compare=False)


@dataclass(frozen=True)
class Facts:
    """What the contract says about columns, by name: slips that cannot matter are not made.

    `nullable` columns may hold NULL, `keys` are unique in their table, `tables` are the inputs and
    `single_row` those of them that always have one row.
    """

    nullable: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    single_row: frozenset[str] = frozenset()


def facts_of(exercise: Exercise, answer: Answer) -> Facts:
    """The facts about the tables that `answer` is given."""
    specs = [exercise.tables[name] for name in answer.tables]
    columns = [column for spec in specs for column in spec.columns]
    return Facts(
        nullable=frozenset(column.name for column in columns if column.nullable),
        keys=frozenset(column.name for column in columns if column.unique),
        tables=frozenset(spec.name for spec in specs),
        single_row=frozenset(spec.name for spec in specs if spec.single_row),
    )
