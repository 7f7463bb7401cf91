"""Read lesson.md: jupytext Markdown with a few markers of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

import jupytext

from grader.bank.exercise import BREAK_IT, Exercise
from grader.errors import ExerciseError

_MARKER = re.compile(
    r"^<!-- (cell|setup|contract|break_it|explain|solutions|answer: *(\w+)) -->\s*$", re.M
)


@dataclass(frozen=True)
class Piece:
    """A cell of the lesson, or a marker that the build expands (`kind` is then its name)."""

    kind: str
    text: str = ""


def read_lesson(exercise: Exercise) -> list[Piece]:
    """The lesson as pieces in order: "markdown", "code", "setup", "contract", "answer", ...

    Raises ExerciseError when a marker is missing, unknown, or there twice.
    """
    path = exercise.folder / "lesson.md"
    if not path.is_file():
        raise ExerciseError(f"solutions/{exercise.id} has no lesson.md.", help="Write it.")
    text = path.read_text("utf-8")
    pieces: list[Piece] = []
    position = 0
    for marker in _MARKER.finditer(text):
        pieces += _cells(text[position : marker.start()])
        position = marker.end()
        if marker[1].startswith("answer"):
            pieces.append(Piece("answer", marker[2]))
        elif marker[1] != "cell":
            pieces.append(Piece(marker[1]))
    pieces += _cells(text[position:])
    _complete(exercise, pieces)
    return pieces


def _cells(text: str) -> list[Piece]:
    if not text.strip():
        return []
    notebook = jupytext.reads(text.strip() + "\n", fmt="md")
    return [Piece(cell.cell_type, cell.source) for cell in notebook.cells if cell.source.strip()]


def _complete(exercise: Exercise, pieces: list[Piece]) -> None:
    where = f"solutions/{exercise.id}/lesson.md"
    for kind in ("setup", "contract", BREAK_IT, "explain", "solutions"):
        count = sum(piece.kind == kind for piece in pieces)
        if kind == BREAK_IT and exercise.break_it is None:
            if count:
                raise ExerciseError(
                    f"{where} has the marker <!-- {kind} -->, exercise.toml has no [{kind}].",
                    help="Add the section, or take the marker out.",
                )
        elif count != 1:
            raise ExerciseError(
                f"{where} has the marker <!-- {kind} --> {count} times, not once.",
                help="Put it where it belongs, once.",
            )
    shown = [piece.text for piece in pieces if piece.kind == "answer"]
    if shown != list(exercise.answers):
        raise ExerciseError(
            f"{where} shows the answers {', '.join(shown)}; "
            f"exercise.toml has {', '.join(exercise.answers)}.",
            help="Give each answer one marker, in the same order.",
        )
