"""A mutant: a worked solution with one slip in it, as a learner might have made it."""

from __future__ import annotations

import re
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


_VAGUE = (
    "a comparison is turned around: ",
    "a difference is taken the other way round",
    "a list begins one place too ",
    "a special case is not ",
    "nothing is blanked out by a condition",
    "nothing is replaced under a condition",
    "one of the conditions is missing",
    "one of two conditions is enough, where both must hold",
    "rows are kept that one of the conditions should leave out",
    "something is ",
    "the first 2 of a list",
    "the first is taken where the second belongs",
    "the first of a list",
    "the last is taken where the first belongs",
    "the second is taken where the first belongs",
    "two conditions must both hold, where one of them is enough",
    "what falls exactly on a boundary is treated as if it were ",
    "what should be done ",
)
"""How sentences begin that are true and tell a learner nothing: the place has no name of its own."""


@dataclass(frozen=True)
class Mutant:
    """A program with a slip. `change` is unique among the mutants of one solution."""

    language: Language
    text: str
    operator: str
    sentence: str
    change: str
    slip: Slip = field(repr=False, compare=False)

    @property
    def vague(self) -> bool:
        """Whether its sentence would not help a learner, who has not seen the solution."""
        return re.sub("^for `[^`]*`, ", "", self.sentence).startswith(_VAGUE)


@dataclass(frozen=True)
class Facts:
    """What the contract says about columns, by name: slips that cannot matter are not made.

    `nullable` columns may hold NULL, `keys` are unique in their table, `tables` are the inputs and
    `single_row` those of them that always have one row. `ordered` says whether the order of the
    result's rows is graded.
    """

    nullable: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    single_row: frozenset[str] = frozenset()
    ordered: bool = True


def facts_of(exercise: Exercise, answer: Answer) -> Facts:
    """The facts about the tables that `answer` is given."""
    specs = [exercise.tables[name] for name in answer.tables]
    columns = [column for spec in specs for column in spec.columns]
    return Facts(
        nullable=frozenset(column.name for column in columns if column.nullable),
        keys=frozenset(column.name for column in columns if column.unique),
        tables=frozenset(spec.name for spec in specs),
        single_row=frozenset(spec.name for spec in specs if spec.single_row),
        ordered=bool(answer.order),
    )
