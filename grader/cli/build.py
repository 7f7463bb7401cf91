"""``workbook build``: make the notebooks from the exercise folders."""

from __future__ import annotations

from typing import Annotated

import typer

from grader.bank import exercise_ids, load_exercise
from grader.cli.console import complain, out


def build(
    exercises: Annotated[list[str] | None, typer.Argument(help="Ids; all when left out.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when a notebook is stale.")
    ] = False,
) -> None:
    """Make the notebooks: what learners open, the executed worked ones, and the index."""
    # nbformat takes a second to import, which the other commands need not pay
    from grader.build.check import stale_index, stale_notebooks, write_index, write_notebooks

    chosen = [load_exercise(name) for name in exercises or exercise_ids()]
    bank = [load_exercise(name) for name in exercise_ids()]
    if check:
        stale = [found for exercise in chosen for found in stale_notebooks(exercise)]
        stale += stale_index(bank)
        for path, why in stale:
            complain(f"{path}: {why}")
        if stale:
            complain("Run: workbook build")
            raise typer.Exit(1)
        out.print(f"{len(chosen)} exercises: notebooks are up to date.")
        return
    for exercise in chosen:
        with out.status(f"building {exercise.id} and running its worked notebook"):
            paths = write_notebooks(exercise)
        out.print(f"✓ {exercise.id}: {', '.join(paths)}")
    write_index(bank)
