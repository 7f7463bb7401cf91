"""The kill matrix: which case catches which wrong answer and which mutant, as a page for authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from importlib.resources import files

from grader.bank import codefile, load_cases
from grader.bank.cases import CaseBook, CheckedCase
from grader.bank.codefile import CodeFile
from grader.bank.equivalent import equivalents
from grader.bank.exercise import Answer, Exercise
from grader.judge import FaultKind, Reference
from grader.judge.trial import Result, all_at_once, one_by_one
from grader.mutation import facts_of, mutants_of

_SECONDS = 2.0
_MARKS = {None: "", FaultKind.ERROR: "!", FaultKind.TIMEOUT: "t", FaultKind.ORDER: "↕"}
_LEGEND = "✗ wrong result · ↕ wrong order · ! error · t out of time · empty: the case sees nothing"


@dataclass(frozen=True)
class Row:
    """A wrong answer or a mutant: its name, what it does in words, its mark on every case."""

    kind: str
    name: str
    text: str
    marks: tuple[str, ...]

    @property
    def kills(self) -> int:
        return sum(bool(mark) for mark in self.marks)


def matrix_page(exercise: Exercise) -> str:
    """The kill matrix of an exercise as HTML. Runs everything on every case."""
    book, reference = load_cases(exercise), Reference(exercise)
    style = (files("grader.verify") / "matrix.css").read_text("utf-8")
    sections = [_section(answer, book, reference) for answer in exercise.answers.values()]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>Kill matrix: {escape(exercise.title)}</title><style>{style}</style></head><body>"
        f"<h1>Kill matrix: {escape(exercise.title)}</h1><p>{_LEGEND}</p>{''.join(sections)}"
        "</body></html>\n"
    )


def matrix_rows(answer: Answer, book: CaseBook, reference: Reference) -> Iterator[Row]:
    """The wrong answers, then the mutants of both solutions, on all cases of the answer."""
    cases = book.for_answer(answer.name)
    for wrong in codefile.misconceptions(book.exercise, answer):
        results = _results(wrong.code, answer, cases, reference)
        yield Row("wrong", wrong.code.path.name, wrong.diagnosis, _marks(results, cases))
    listed = equivalents(book.exercise, answer)
    facts = facts_of(book.exercise, answer)
    for code in codefile.mutated(book.exercise, answer):
        for mutant in mutants_of(code.text, code.language, facts):
            reason = listed.get((code.language, mutant.change))
            text = f"equivalent: {reason}" if reason else mutant.sentence
            results = _results(replace(code, text=mutant.text), answer, cases, reference)
            yield Row(code.path.name, mutant.change, text, _marks(results, cases))


def _results(
    code: CodeFile, answer: Answer, cases: Sequence[CheckedCase], reference: Reference
) -> list[Result]:
    runner = reference.new_runner(code, answer.name)
    found = all_at_once(answer, cases, reference, runner, _SECONDS)
    return found or one_by_one(answer, cases, reference, runner, _SECONDS)


def _marks(results: Sequence[Result], cases: Sequence[CheckedCase]) -> tuple[str, ...]:
    """One mark per case; those after the end of time are empty."""
    marks = [_MARKS.get(result.fault.kind if result.fault else None, "✗") for result in results]
    return (*marks, *[""] * (len(cases) - len(marks)))


def _section(answer: Answer, book: CaseBook, reference: Reference) -> str:
    cases = book.for_answer(answer.name)
    rows = list(matrix_rows(answer, book, reference))
    killed = sum(bool(row.kills) for row in rows)
    heads = "".join(f"<th><span>{escape(case.name)}</span></th>" for case in cases)
    catches = [sum(bool(row.marks[n]) for row in rows) for n in range(len(cases))]
    feet = "".join(f'<td class="{"idle" if not count else ""}">{count}</td>' for count in catches)
    body = "".join(map(_row, rows))
    return (
        f"<h2>{escape(answer.name)}</h2>"
        f"<p>{len(rows)} wrong programs on {len(cases)} cases: {killed} are caught.</p>"
        f'<div class="scroll"><table><thead><tr><th>program</th><th>caught by</th>{heads}</tr>'
        f"<tr><th>catches</th><td></td>{feet}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Row) -> str:
    cells = "".join(f"<td>{mark}</td>" for mark in row.marks)
    tone = "" if row.kills else ' class="idle"'
    return (
        f'<tr{tone}><th title="{escape(row.text)}">{escape(row.kind)}: {escape(row.name)}</th>'
        f"<td>{row.kills}</td>{cells}</tr>"
    )
