"""The notebook that shows a grade: ours, with what a learner wrote and our reports in it.

nbgrader's formgrader and generate_feedback show it. Nothing a learner wrote may act in those pages:
code stands in code cells, which are escaped; everything else is escaped here. No cell is taken over
from the submission, and no output.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from grader.bank import BREAK_IT
from grader.grading.result import AnswerGrade, Detail, NotebookGrade
from grader.report import as_html, as_text

NOT_FOUND = "# The submission holds no such answer."
BY_A_PERSON = "This could not be graded by the machine: a person will look at it."
# MathJax 2 in nbgrader's pages and 4 in JupyterLab leave such elements alone. Else they would set
# what looks like a formula in text that learners decide, with commands such as \href.
_NO_FORMULAS = 'class="tex2jax_ignore mathjax_ignore"'
_MOST_TEXT = 20_000
_MOST_CELLS = 40

Cell = dict[str, Any]


def graded_notebook(
    skeleton: Mapping[str, Any], grade: NotebookGrade, detail: Detail
) -> dict[str, Any]:
    """The notebook to show for a grade."""
    cells = [_filled(cell, grade, detail) for cell in skeleton["cells"]]
    return {**skeleton, "cells": [*_overview(grade, detail), *cells, *_others(grade)]}


def _filled(cell: Cell, grade: NotebookGrade, detail: Detail) -> Cell:
    name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    if name == "explain":
        return {**cell, "source": _as_written(grade.written.get(name, ""))}
    if cell["cell_type"] != "code" or not name:
        return cell
    if name.startswith("check_"):
        return {**cell, "outputs": _report(name.removeprefix("check_"), grade, detail)}
    # Nobody has to write the bonus. In a notebook file a source may be a list of lines.
    nothing = "".join(cell["source"]) if name == BREAK_IT else NOT_FOUND
    return {**cell, "source": _bounded(grade.written.get(name) or nothing), "outputs": []}


def _report(name: str, grade: NotebookGrade, detail: Detail) -> list[dict[str, Any]]:
    """The output of a check cell."""
    if name == BREAK_IT and grade.bonus is None:
        return []
    answer = _answer(name, grade)
    if answer is None or answer.points is None:
        return _display(f"<p><b>{BY_A_PERSON}</b></p>", BY_A_PERSON)
    facts = answer.shown(detail)
    return _display(as_html(facts), as_text(facts)) if facts else []


def _answer(name: str, grade: NotebookGrade) -> AnswerGrade | None:
    if name == BREAK_IT:
        return grade.bonus
    return next((answer for answer in grade.answers if answer.name == name), None)


def _display(html: str, text: str) -> list[dict[str, Any]]:
    framed = f'<div {_NO_FORMULAS} style="margin-bottom: 1em">{html}</div>'
    data = {"text/html": framed, "text/plain": text}
    return [{"output_type": "display_data", "data": data, "metadata": {}}]


def _overview(grade: NotebookGrade, detail: Detail) -> Iterator[Cell]:
    """All answers at a glance, and what was odd about the submission, on top of a long page."""
    answers = (*grade.answers, *([grade.bonus] if grade.bonus else []))
    lines = [inert(_at_a_glance(answer, detail)) for answer in answers]
    told = f"<p><b>At a glance</b></p><ul>{_items(lines)}</ul>" if lines else ""
    remarks = [inert(remark) for remark in (grade.complaint, *grade.warnings) if remark]
    if remarks:
        told += f"<p><b>About this submission</b></p><ul>{_items(remarks)}</ul>"
    if told:
        yield _markdown("overview", f"<div {_NO_FORMULAS}>{told}</div>")


def _at_a_glance(answer: AnswerGrade, detail: Detail) -> str:
    facts = answer.shown(detail)
    told = f"{facts.mark} {facts.headline}" if facts else answer.name
    points = "?" if answer.points is None else f"{answer.points:g}"
    bonus = " (bonus)" if answer.name == BREAK_IT else ""
    return f"{told} – {points} of {answer.max_points:g} points{bonus}"


def _items(lines: list[str]) -> str:
    return "".join(f"<li>{line}</li>" for line in lines)


def _others(grade: NotebookGrade) -> Iterator[Cell]:
    """The learner's other code cells, for the person who grades."""
    if not grade.others:
        return
    yield _markdown("others", "## Other cells of the submission")
    for number, code in enumerate(grade.others[:_MOST_CELLS], 1):
        yield {
            "cell_type": "code",
            "id": f"other-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": _bounded(code),
        }
    if len(grade.others) > _MOST_CELLS:
        more = len(grade.others) - _MOST_CELLS
        yield _markdown("more", f"… {more:,} more cells are in the submission.")


def _markdown(id: str, source: str) -> Cell:
    metadata = {"deletable": False, "editable": False}
    return {"cell_type": "markdown", "id": f"wb-{id}", "metadata": metadata, "source": source}


def _as_written(text: str) -> str:
    """A learner's Markdown as the text it is."""
    shown = inert(_bounded(text)) if text.strip() else "<i>Nothing was written here.</i>"
    return f'<pre {_NO_FORMULAS} style="white-space: pre-wrap">{shown}</pre>'


def inert(text: str) -> str:
    """Text that neither HTML, Markdown nor MathJax takes for anything else, on one line.

    nbgrader's pages and JupyterLab read Markdown cells each in their own way, and formulas before
    HTML; what is left of none of their signs cannot be read in two ways.
    """
    return "".join(
        f"&#{ord(sign)};" if sign in _SIGNS else sign for sign in escape(text).replace("\r", "")
    )


_SIGNS = frozenset("\n\\$`*_[](){}~|^!:@")


def _bounded(text: str) -> str:
    """Text of a length that a page can show, in characters that can be written down."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    more = len(text) - _MOST_TEXT
    return text if more <= 0 else f"{text[:_MOST_TEXT]}\n… {more:,} more characters"
