"""``workbook list``: the exercises, and what is solved."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from grader.bank import exercise_ids, load_exercise
from grader.cli.console import out
from grader.errors import UnknownName
from grader.notebook.progress import Standing, standings

_ROOM_FOR_TITLES = 140  # in a narrower window a line would break into many


def list_exercises(
    track: Annotated[str | None, typer.Option(help="Only this track.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only exercises with this tag.")] = None,
    difficulty: Annotated[str | None, typer.Option(help="easy, medium or hard.")] = None,
) -> None:
    """List the exercises with what is solved."""
    bank = [load_exercise(name) for name in exercise_ids()]
    _known("track", track, {exercise.track for exercise in bank})
    _known("difficulty", difficulty, {exercise.difficulty for exercise in bank})
    _known("tag", tag, {name for exercise in bank for name in exercise.tags})
    stand = standings()
    room = out.width >= _ROOM_FOR_TITLES
    table = Table("", box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("exercise", "track", "difficulty", "solved", "points"):
        table.add_column(heading, no_wrap=True)
    for heading in ("title", "tags") if room else ():
        table.add_column(heading, overflow="ellipsis", no_wrap=True, max_width=34)
    for exercise in bank:
        fits = (
            track in (None, exercise.track)
            and difficulty in (None, exercise.difficulty)
            and (tag is None or tag.casefold() in map(str.casefold, exercise.tags))
        )
        if not fits:
            continue
        solved = sum(stand.get((exercise.id, n), Standing()).solved for n in exercise.answers)
        table.add_row(
            "✓" if solved == len(exercise.answers) else "◐" if solved else "○",
            exercise.id,
            exercise.track,
            exercise.difficulty,
            f"{solved} of {len(exercise.answers)}",
            f"{exercise.points:g}",
            *((exercise.title, ", ".join(exercise.tags)) if room else ()),
        )
    out.print(table)


def _known(kind: str, name: str | None, names: set[str]) -> None:
    if name and name.casefold() not in map(str.casefold, names):
        raise UnknownName(kind, name, sorted(names))
