"""What appears below a cell: each a thing with an HTML and a plain-text form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from grader.bank.codefile import CodeFile
from grader.bank.exercise import BREAK_IT, Answer, Exercise
from grader.notebook.progress import Standing
from grader.report import Facts, as_html, as_text
from grader.report.grid import Grid
from grader.report.html import grids_html, prose, styled
from grader.report.text import grids_text


@dataclass(frozen=True)
class Report:
    """The report on one answer."""

    facts: Facts

    def _repr_html_(self) -> str:
        return as_html(self.facts)

    def __repr__(self) -> str:
        return as_text(self.facts)


@dataclass(frozen=True)
class Note:
    """A short message: what is, and what to do. `code` keeps the spacing of the text."""

    text: str
    help: str = ""
    mark: str = ""
    code: bool = False

    def _repr_html_(self) -> str:
        mark = f"{self.mark} " if self.mark else ""
        text = f"<pre>{mark}{escape(self.text)}</pre>" if self.code else mark + prose(self.text)
        body = f"<div class='wb-text'>{text}</div>"
        if self.help:
            body += f"<div class='wb-help'>{prose(self.help)}</div>"
        return styled(f'<div class="wb wb-note">{body}</div>')

    def __repr__(self) -> str:
        first = f"{self.mark} {self.text}" if self.mark else self.text
        return f"{first}\n{self.help}" if self.help else first


@dataclass(frozen=True)
class Solutions:
    """The worked solutions of an answer, side by side."""

    answer: Answer
    codes: Sequence[CodeFile]

    def _repr_html_(self) -> str:
        blocks = "".join(
            f"<div class='wb-code'><b>{escape(title)}</b>{_coloured(code)}</div>"
            for title, code in zip(self._titles(), self.codes, strict=True)
        )
        return styled(
            f'<div class="wb"><b>{escape(self.answer.name)}</b><div class="wb-grids">{blocks}</div></div>'
        )

    def __repr__(self) -> str:
        pairs = zip(self._titles(), self.codes, strict=True)
        return "\n\n".join(f"{title}\n\n{code.text.strip()}" for title, code in pairs)

    def _titles(self) -> tuple[str, str]:
        if self.answer.kind == "query":
            return "In SQL", "In pandas"
        return "From scratch", "By another method"


@dataclass(frozen=True)
class ProgressMap:
    """All exercises, with what is solved."""

    exercises: Sequence[Exercise]
    standings: Mapping[tuple[str, str], Standing]

    def _repr_html_(self) -> str:
        return styled(f'<div class="wb">{grids_html([self._grid()])}</div>')

    def __repr__(self) -> str:
        return grids_text([self._grid()])

    def _grid(self) -> Grid:
        rows = tuple(self._row(exercise) for exercise in self.exercises)
        columns = ("", "exercise", "difficulty", "solved", "points", "hints", "looked")
        return Grid("Your progress", columns, rows)

    def _row(self, exercise: Exercise) -> tuple[str, ...]:
        answers = exercise.answers.values()
        stand = {a.name: self.standings.get((exercise.id, a.name), Standing()) for a in answers}
        solved = [answer for answer in answers if stand[answer.name].solved]
        points = sum(answer.points for answer in solved)
        mark = "✓" if len(solved) == len(stand) else "◐" if solved else "○"
        return (
            mark,
            exercise.title,
            exercise.difficulty,
            f"{len(solved)} of {len(stand)}",
            f"{points:g} of {exercise.points:g}{self._bonus(exercise)}",
            str(sum(s.hints for s in stand.values())),
            str(sum(s.gave_up for s in stand.values())),
        )

    def _bonus(self, exercise: Exercise) -> str:
        solved = self.standings.get((exercise.id, BREAK_IT), Standing()).solved
        return f" + {exercise.break_it.points:g}" if exercise.break_it and solved else ""


def _coloured(code: CodeFile) -> str:
    return highlight(code.text.strip() + "\n", get_lexer_by_name(code.language), HtmlFormatter())
