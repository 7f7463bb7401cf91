"""Run a worked notebook in a real kernel."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from grader.bank.exercise import Exercise
from grader.errors import ExerciseError

_SECONDS_PER_CELL = 120


def execute(exercise: Exercise, notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with its outputs. Raises ExerciseError with the cell that fails."""
    resources = {"metadata": {"path": str(exercise.folder)}}
    client = NotebookClient(
        notebook,
        timeout=_SECONDS_PER_CELL,
        kernel_name="python3",
        resources=resources,
        record_timing=False,
    )
    with own_progress():
        try:
            client.execute()
        except CellExecutionError as error:
            raise ExerciseError(
                f"The worked notebook of {exercise.id} fails: {error.ename}: {error.evalue}",
                help="Mend the cell in lesson.md, or the solution.",
            ) from error
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            shown = output.get("data", {}).get("text/plain", "")
            if shown.startswith(("✗", "○")):
                raise ExerciseError(
                    f"The worked notebook of {exercise.id} shows, for {cell.source[:40]!r}: {shown}",
                    help="Mend the cell in lesson.md, or the solution.",
                )
    return notebook


@contextmanager
def own_progress() -> Iterator[None]:
    """Kernels started in the body keep their progress apart from the learner's."""
    before = os.environ.get("WORKBOOK_PROGRESS")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBOOK_PROGRESS"] = str(Path(folder) / "progress.jsonl")
        try:
            yield
        finally:
            if before is None:
                del os.environ["WORKBOOK_PROGRESS"]
            else:
                os.environ["WORKBOOK_PROGRESS"] = before
