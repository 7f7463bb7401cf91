"""What an exercise is, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

BREAK_IT = "break_it"
"""The function in which a learner writes an input that breaks a wrong answer."""

TYPES = ("BIGINT", "DOUBLE", "VARCHAR", "BOOLEAN", "DATE", "TIMESTAMP")
"""The column types a contract may use, as DuckDB names them."""


@dataclass(frozen=True)
class Tolerance:
    """How far a float may be off: a share of the right value, or an amount."""

    relative: float = 1e-9
    absolute: float = 1e-9

    @property
    def loosest(self) -> float:
        return max(self.relative, self.absolute)


@dataclass(frozen=True)
class Column:
    """A column of an input table."""

    name: str
    type: str
    nullable: bool = True
    unique: bool = False

    def __str__(self) -> str:
        marks = [self.type, "unique" * self.unique, "not null" * (not self.nullable)]
        return " ".join(mark for mark in marks if mark)


@dataclass(frozen=True)
class TableSpec:
    """An input table: its columns in order. `single_row` tables always hold exactly one row."""

    name: str
    columns: tuple[Column, ...]
    single_row: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True)
class Rule:
    """A numbered line of the contract card; `key` is how cases and wrong answers cite it."""

    key: str
    number: int
    text: str


@dataclass(frozen=True)
class Answer:
    """One named thing a learner writes.

    A query has `tables` and `columns` (result column -> type); a function has `arguments`
    (name -> Python type) and `returns`. `order` says the graded row order in words; where it is
    empty the rows may come in any order. A function that returns "table" has `columns` too.

    `tolerance` is for DOUBLE columns and floats.
    `whole_floats`: 5.0 is as good as 5 where a whole number is right. `many_right`: a result is not
    compared, it has the properties that check.py asks for.
    """

    name: str
    kind: Literal["query", "function"]
    points: float
    text: str
    hints: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    tables: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict)
    returns: str = ""
    starter: Literal["sql", "python"] = "sql"
    seconds: float | None = None
    tolerance: Tolerance = Tolerance()
    whole_floats: bool = False
    many_right: bool = False

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of what the answer is given: its tables or its arguments."""
        return self.tables if self.kind == "query" else tuple(self.arguments)

    @property
    def signature(self) -> str:
        """The answer as the contract writes it: name, inputs, result."""
        if self.kind == "query":
            return f"{self.name}({', '.join(self.tables)}) -> {self._result}"
        inputs = ", ".join(f"{name}: {type_}" for name, type_ in self.arguments.items())
        return f"{self.name}({inputs}) -> {self._result}"

    @property
    def gives_table(self) -> bool:
        return bool(self.columns)

    @property
    def _result(self) -> str:
        columns = ", ".join(f"{name} {type_}" for name, type_ in self.columns.items())
        return f"table({columns})" if self.gives_table else self.returns


@dataclass(frozen=True)
class BreakIt:
    """The bonus of an exercise: write the smallest input on which a known wrong answer fails.

    `answer` names the answer, `wrong` the file of its wrong/ that is shown (without its ending).
    """

    answer: str
    wrong: str
    points: float
    prompt: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exercise:
    """A folder under solutions/."""

    id: str
    folder: Path
    title: str
    question: int
    track: str
    difficulty: str
    tags: tuple[str, ...]
    asked: str
    minutes: int
    data: tuple[str, ...]
    sources: tuple[str, ...]
    rules: tuple[Rule, ...]
    tables: Mapping[str, TableSpec]
    explain_prompt: str
    rubric: tuple[str, ...]
    answers: Mapping[str, Answer]
    break_it: BreakIt | None = None

    @property
    def points(self) -> float:
        """The points of all answers; a bonus is not among them."""
        return sum(answer.points for answer in self.answers.values())

    @property
    def checked(self) -> tuple[str, ...]:
        """The names that can be checked: the answers, and the bonus where there is one."""
        return (*self.answers, BREAK_IT) if self.break_it else tuple(self.answers)

    def rule(self, answer: str, key: str) -> Rule | None:
        """The rule that `key` names on the card of `answer`; None when there is none."""
        for rule in (*self.rules, *self.answers[answer].rules):
            if rule.key == key:
                return rule
        return None

    def before(self, answer: str) -> tuple[str, ...]:
        """The answers that come before `answer` in the notebook, which it may use."""
        names = list(self.answers)
        return tuple(names[: names.index(answer)])
