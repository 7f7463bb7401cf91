"""``workbook build``: make the notebooks from the exercise folders."""

from __future__ import annotations

from typing import Annotated

import typer

from grader.bank import exercise_ids, load_exercise
from grader.cli.console import complain, out


def build(
    exercises: Annotated[list[str] | None, typer.Argument(help="Ids; all when left out.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when something built is stale.")
    ] = False,
) -> None:
    """Make the notebooks (what learners open, the worked ones, the index) and the books of behaviours."""
    # nbformat takes a second to import, which the other commands need not pay
    from grader.build.check import stale_files, stale_index, write_files, write_index

    chosen = [load_exercise(name) for name in exercises or exercise_ids()]
    bank = [load_exercise(name) for name in exercise_ids()]
    if check:
        stale = [found for exercise in chosen for found in stale_files(exercise)]
        stale += stale_index(bank)
        for path, why in stale:
            complain(f"{path}: {why}")
        if stale:
            complain("Run: workbook build")
            raise typer.Exit(1)
        out.print(f"{len(chosen)} exercises: everything built is up to date.")
        return
    for exercise in chosen:
        with out.status(f"building {exercise.id}: its mutants' behaviours, its notebooks"):
            paths = write_files(exercise)
        out.print(f"✓ {exercise.id}: {', '.join(paths)}")
    write_index(bank)
