"""``workbook list``: the exercises, and what is solved."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from grader.bank import exercise_ids, load_exercise
from grader.cli.console import out
from grader.notebook.progress import Standing, standings


def list_exercises(
    track: Annotated[str | None, typer.Option(help="Only this track.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only exercises with this tag.")] = None,
    difficulty: Annotated[str | None, typer.Option(help="easy, medium or hard.")] = None,
) -> None:
    """List the exercises with what is solved."""
    stand = standings()
    table = Table("")
    table.add_column("exercise", no_wrap=True)
    for heading in ("title", "track", "difficulty", "solved", "points", "tags"):
        table.add_column(heading)
    for exercise in map(load_exercise, exercise_ids()):
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
            exercise.title,
            exercise.track,
            exercise.difficulty,
            f"{solved} of {len(exercise.answers)}",
            f"{exercise.points:g}",
            ", ".join(exercise.tags),
        )
    out.print(table)
