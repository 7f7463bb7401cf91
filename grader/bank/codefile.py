"""The code an author writes: worked solutions, misconceptions, other right answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from grader.bank.exercise import BREAK_IT, Answer, BreakIt, Exercise
from grader.errors import ExerciseError

Language = Literal["sql", "python"]


@dataclass(frozen=True)
class CodeFile:
    """An answer in a file of an exercise folder."""

    path: Path
    language: Language
    text: str

    @property
    def id(self) -> str:
        return self.path.stem

    @property
    def comment(self) -> list[str]:
        """The lines of the leading comment, without their marks."""
        mark = "--" if self.language == "sql" else "#"
        lines = []
        for line in self.text.splitlines():
            if not line.startswith(mark):
                break
            lines.append(line.removeprefix(mark).strip())
        return lines

    @property
    def body(self) -> str:
        """The text without its leading comment."""
        return "\n".join(self.text.splitlines()[len(self.comment) :]).strip("\n")


@dataclass(frozen=True)
class Misconception:
    """A known wrong answer: what a learner is told, the rule it breaks, its declared synonym."""

    code: CodeFile
    diagnosis: str
    rule: str = ""
    same_as: str = ""

    @property
    def id(self) -> str:
        return self.code.id


def solution(exercise: Exercise, answer: Answer) -> CodeFile:
    """The worked solution that says what is right: SQL for a query, Python for a function."""
    return solutions(exercise, answer)[0]


def solutions(exercise: Exercise, answer: Answer) -> list[CodeFile]:
    """Both worked solutions: SQL and pandas, or from scratch and the oracle."""
    names = (
        ("solution.sql", "solution.py") if answer.kind == "query" else ("solution.py", "oracle.py")
    )
    return [_read(exercise.folder / answer.name / name) for name in names]


def mutated(exercise: Exercise, answer: Answer) -> list[CodeFile]:
    """The worked solutions that are mutated: not an oracle, whose library does the work."""
    return [code for code in solutions(exercise, answer) if code.path.stem == "solution"]


def misconceptions(exercise: Exercise, answer: Answer) -> list[Misconception]:
    """The known wrong answers, by name. Raises ExerciseError where a diagnosis is missing."""
    return [_misconception(code) for code in _folder(exercise, answer, "wrong")]


def right_answers(exercise: Exercise, answer: Answer) -> list[CodeFile]:
    """Other correct answers, by name."""
    return _folder(exercise, answer, "right")


def to_break(exercise: Exercise, bonus: BreakIt) -> Misconception:
    """The wrong answer that a learner is asked to break."""
    known = misconceptions(exercise, exercise.answers[bonus.answer])
    return next(misconception for misconception in known if misconception.id == bonus.wrong)


def worked_example(exercise: Exercise) -> CodeFile:
    """The author's own break_it.py. Raises ExerciseError when there is none."""
    return _read(exercise.folder / f"{BREAK_IT}.py")


def _folder(exercise: Exercise, answer: Answer, name: str) -> list[CodeFile]:
    folder = exercise.folder / answer.name / name
    files = sorted(p for p in folder.glob("*") if p.suffix in (".sql", ".py"))
    return [_read(path) for path in files]


def _read(path: Path) -> CodeFile:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ExerciseError(
            f"{_short(path)} cannot be read: {error.strerror}.", help="Write it, or restore it."
        ) from error
    return CodeFile(path, "sql" if path.suffix == ".sql" else "python", text)


def _misconception(code: CodeFile) -> Misconception:
    prose, tags = [], {}
    for line in code.comment:
        tag = re.fullmatch(r"(rule|same as): *(\w+)", line)
        if tag:
            tags[tag[1]] = tag[2]
        else:
            prose.append(line)
    diagnosis = " ".join(line for line in prose if line)
    if not diagnosis:
        raise ExerciseError(
            f"{_short(code.path)} has no diagnosis.",
            help="Begin it with a comment that tells the learner what goes wrong and what to do.",
        )
    return Misconception(code, diagnosis, tags.get("rule", ""), tags.get("same as", ""))


def _short(path: Path) -> str:
    return "/".join(path.parts[path.parts.index("solutions") :])
