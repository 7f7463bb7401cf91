"""What grading one notebook of a submission gives, as data that can be written down and read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from grader.report.facts import Facts, Line
from grader.report.grid import Grid


class State(StrEnum):
    """`ATTENTION`: a person must look. Points that are not known are then None, never 0."""

    GRADED = "graded"
    ATTENTION = "attention"


class Detail(StrEnum):
    """How much of what was found is shown to a learner."""

    NONE = "none"
    VERDICT = "verdict"
    DIAGNOSIS = "diagnosis"
    COUNTEREXAMPLE = "counterexample"


@dataclass(frozen=True)
class AnswerGrade:
    """The grade of one answer, or of the bonus.

    `points` is None where the machinery could not find them out. `report` shows no input that is
    not public; `secret` is the report with a counterexample from the course's own cases, where
    that is another one.
    """

    name: str
    status: str
    points: float | None
    max_points: float
    report: Facts
    secret: Facts | None = None
    cases: int = 0
    failed: int = 0
    diagnosis: str = ""
    seconds: float = 0.0

    def shown(self, detail: Detail) -> Facts | None:
        """The report as far as `detail` lets a learner see it; None: not at all."""
        if detail is Detail.NONE:
            return None
        if detail is Detail.COUNTEREXAMPLE:
            return self.secret or self.report
        if detail is Detail.DIAGNOSIS:
            return self.report
        return Facts(self.report.mark, self.report.headline, self.report.points)


@dataclass(frozen=True)
class NotebookGrade:
    """The grades of one learner's notebook of one exercise.

    `key` names what was graded: the content of the notebook, the version of the exercise, the seed.
    `written` holds what the learner wrote, by the grade_id of our cell: answers, ``break_it``,
    ``explain``. `others` are the learner's other code cells. `complaint` says what a person must
    look at; `warnings` what was odd and cost nothing. `sandbox` is the tier that the answers ran in.
    """

    student: str
    set: str
    exercise: str
    key: str
    state: State
    answers: tuple[AnswerGrade, ...] = ()
    bonus: AnswerGrade | None = None
    written: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    complaint: str = ""
    warnings: tuple[str, ...] = ()
    sandbox: str = ""
    seconds: float = 0.0

    @property
    def points(self) -> float:
        """The points that are known, without the bonus."""
        return sum(answer.points or 0 for answer in self.answers)

    @property
    def max_points(self) -> float:
        return sum(answer.max_points for answer in self.answers)

    def of(self, student: str, set_: str) -> NotebookGrade:
        """The same grade for another learner who handed in the same."""
        return replace(self, student=student, set=set_)


def to_json(grade: NotebookGrade) -> dict[str, Any]:
    """The grade as plain JSON data."""
    return asdict(grade, dict_factory=_plain)


def from_json(data: Mapping[str, Any]) -> NotebookGrade:
    """The inverse of to_json. Raises KeyError, TypeError or ValueError for anything else."""
    bonus = data["bonus"]
    return NotebookGrade(
        **{
            **data,
            "state": State(data["state"]),
            "answers": tuple(map(_answer, data["answers"])),
            "bonus": _answer(bonus) if bonus else None,
            "others": tuple(data["others"]),
            "warnings": tuple(data["warnings"]),
        }
    )


def _plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {k: sorted(map(list, v)) if isinstance(v, frozenset) else v for k, v in pairs}


def _answer(data: Mapping[str, Any]) -> AnswerGrade:
    secret = data["secret"]
    return AnswerGrade(
        **{
            **data,
            "report": _facts(data["report"]),
            "secret": _facts(secret) if secret else None,
        }
    )


def _facts(data: Mapping[str, Any]) -> Facts:
    return Facts(
        **{
            **data,
            "inputs": tuple(map(_grid, data["inputs"])),
            "results": tuple(map(_grid, data["results"])),
            "values": tuple(Line(**line) for line in data["values"]),
            "lines": tuple(Line(**line) for line in data["lines"]),
        }
    )


def _grid(data: Mapping[str, Any]) -> Grid:
    return Grid(
        data["title"],
        tuple(data["columns"]),
        tuple(map(tuple, data["rows"])),
        frozenset((row, column) for row, column in data["marked"]),
        data["more"],
    )
