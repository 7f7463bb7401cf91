"""Notebooks of an exercise, as nbformat nodes: the same bytes for the same folder."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.bank import codefile
from grader.bank.exercise import BREAK_IT, Answer, BreakIt, Exercise
from grader.bank.starter import break_it_starter, starter
from grader.build.card import answer_text, break_it_text, contract_card, points
from grader.build.lesson import Piece, read_lesson

EXPLAIN_HERE = "*Write your answer here, as you would say it.*"


def learner_notebook(exercise: Exercise) -> nbformat.NotebookNode:
    """The notebook a learner opens: answer cells hold starters. Raises ExerciseError."""
    bonus = exercise.break_it
    return _notebook(exercise, starter, break_it_starter(exercise, bonus) if bonus else "")


def worked_notebook(exercise: Exercise) -> nbformat.NotebookNode:
    """The same notebook with the worked solution in every answer cell, not yet executed."""

    def worked(answer: Answer) -> str:
        sql_or_first, second = codefile.solutions(exercise, answer)
        in_python = answer.kind == "query" and answer.starter == "python"
        code = second if in_python else sql_or_first
        text = code.text.rstrip("\n")
        return f"%%sql {answer.name}\n{text}" if code.language == "sql" else text

    example = codefile.worked_example(exercise).body if exercise.break_it else ""
    return _notebook(exercise, worked, example)


def _notebook(
    exercise: Exercise, answer_code: Callable[[Answer], str], example: str
) -> nbformat.NotebookNode:
    """`example` is the source of the break_it cell, where there is one."""
    cells = []
    for piece in read_lesson(exercise):
        if piece.kind == BREAK_IT and exercise.break_it:
            cells += _break_it(exercise, exercise.break_it, example)
        else:
            cells += _expand(exercise, piece, answer_code)
    return finished(cells, {"workbook": {"exercise": exercise.id}})


def finished(cells: list[Any], metadata: dict[str, Any]) -> nbformat.NotebookNode:
    """A notebook of these cells, with ids that do not change from build to build."""
    for number, cell in enumerate(cells, 1):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.id = (grade_id or f"cell-{number:02}")[:64]
    notebook = new_notebook(cells=cells, metadata={**_KERNEL, **metadata})
    nbformat.validate(notebook)
    return notebook


_KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def _expand(exercise: Exercise, piece: Piece, answer_code: Callable[[Answer], str]) -> list[Any]:
    if piece.kind == "markdown":
        return [new_markdown_cell(piece.text)]
    if piece.kind == "code":
        return [new_code_cell(piece.text)]
    if piece.kind == "setup":
        return [new_code_cell(f'%load_ext grader\nexercise("{exercise.id}")')]
    if piece.kind == "contract":
        return [new_markdown_cell(contract_card(exercise))]
    if piece.kind == "solutions":
        return [new_code_cell(f'solution("{name}")') for name in exercise.answers]
    if piece.kind == "explain":
        return _explain(exercise)
    return _answer(exercise, exercise.answers[piece.text], answer_code)


def _answer(exercise: Exercise, answer: Answer, answer_code: Callable[[Answer], str]) -> list[Any]:
    return [
        new_markdown_cell(answer_text(exercise, answer)),
        new_code_cell(answer_code(answer), metadata=_nbgrader(answer.name, solution=True)),
        new_code_cell(
            f'check("{answer.name}")',
            metadata=_nbgrader(f"check_{answer.name}", grade=True, points=answer.points),
        ),
    ]


def _break_it(exercise: Exercise, bonus: BreakIt, example: str) -> list[Any]:
    wrong = codefile.to_break(exercise, bonus).code
    # The check earns 0 points here: nbgrader caps the score of a cell at its points and adds these
    # points to the total, so that a bonus cannot be written as a cell's points. The report shows it.
    checked = _nbgrader(f"check_{BREAK_IT}", grade=True, points=0)
    return [
        new_markdown_cell(break_it_text(exercise, bonus, wrong)),
        new_code_cell(example, metadata=_nbgrader(BREAK_IT, solution=True)),
        new_code_cell(f'check("{BREAK_IT}")', metadata=checked),
    ]


def _explain(exercise: Exercise) -> list[Any]:
    rubric = "\n".join(f"- {line}" for line in exercise.rubric)
    text = (
        f"## Explain it\n\n{exercise.explain_prompt}\n\n"
        f"A person grades this part: {points(1)} for each line of the rubric.\n\n{rubric}"
    )
    graded = _nbgrader("explain", grade=True, solution=True, points=len(exercise.rubric))
    graded["nbgrader"]["cell_type"] = "markdown"
    return [new_markdown_cell(text), new_markdown_cell(EXPLAIN_HERE, metadata=graded)]


def _nbgrader(
    grade_id: str, *, grade: bool = False, solution: bool = False, points: float | None = None
) -> dict[str, Any]:
    """nbgrader's cell metadata, schema 3. Cells that are graded and no solution are locked."""
    entry: dict[str, Any] = {
        "cell_type": "code",
        "grade": grade,
        "grade_id": grade_id,
        "locked": grade and not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        entry["points"] = points
    return {"nbgrader": entry}
