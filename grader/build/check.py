"""Write what is built from an exercise folder, and say which of the committed files are stale."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import nbformat

from grader import home
from grader.bank.exercise import Exercise
from grader.build.behaviours import stale_books, write_books
from grader.build.execute import execute
from grader.build.index import index_notebook
from grader.build.notebook import learner_notebook, worked_notebook
from grader.judge.behaviour import FILE


def learner_path(exercise_id: str) -> Path:
    return home.root() / "notebooks" / f"{exercise_id}.ipynb"


def worked_path(exercise: Exercise) -> Path:
    return exercise.folder / f"{exercise.id}.ipynb"


def text_of(notebook: nbformat.NotebookNode) -> str:
    """The file's text: what is written and what is compared."""
    return nbformat.writes(notebook, version=4) + "\n"


def stale_files(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Committed files that the folder would not build today, with the reason.

    Of the worked notebook only the sources are compared: outputs hold times and pictures. That its
    outputs still come true is nbval's to say.
    """
    if stale_books(exercise):
        yield f"solutions/{exercise.id}/{FILE}", "It is not that of today's folder."
    path = learner_path(exercise.id)
    name = f"notebooks/{path.name}"
    if not path.is_file():
        yield name, "It has not been built."
    elif path.read_text("utf-8") != text_of(learner_notebook(exercise)):
        yield name, "It differs from what the exercise folder builds."
    worked = worked_path(exercise)
    name = f"solutions/{exercise.id}/{worked.name}"
    if not worked.is_file():
        yield name, "It has not been built."
        return
    committed = nbformat.read(worked, as_version=4)
    fresh = worked_notebook(exercise)
    if [cell.source for cell in committed.cells] != [cell.source for cell in fresh.cells]:
        yield name, "It differs from what the exercise folder builds."
    elif any(cell.cell_type == "code" and not cell.execution_count for cell in committed.cells):
        yield name, "It has not been executed."


def stale_index(bank: Sequence[Exercise]) -> list[tuple[str, str]]:
    """The index, if it is not what the bank builds today."""
    path = learner_path("index")
    if path.is_file() and path.read_text("utf-8") == text_of(index_notebook(bank)):
        return []
    return [("notebooks/index.ipynb", "It differs from what the exercise folders build.")]


def write_files(exercise: Exercise) -> list[str]:
    """Write the book of behaviours, the learner's notebook and the executed worked one.

    Gives their paths.

    Raises ExerciseError when a cell of the worked notebook fails.
    """
    write_books(exercise)
    _write(learner_path(exercise.id), learner_notebook(exercise))
    _write(worked_path(exercise), execute(exercise, worked_notebook(exercise)))
    inside = f"solutions/{exercise.id}"
    return [f"notebooks/{exercise.id}.ipynb", f"{inside}/{exercise.id}.ipynb", f"{inside}/{FILE}"]


def write_index(bank: Sequence[Exercise]) -> None:
    _write(learner_path("index"), index_notebook(bank))


def _write(path: Path, notebook: nbformat.NotebookNode) -> None:
    """Write at once or not at all: a reader never sees half a notebook."""
    path.parent.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
        file.write(text_of(notebook))
    made = Path(file.name)
    made.chmod(0o644)
    made.replace(path)
