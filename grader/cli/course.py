"""``workbook course``: make a course."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from grader.cli.console import out
from grader.course.folder import Course, init_course, open_course
from grader.course.nbgrader_command import need_nbgrader

course = typer.Typer(help="Make a course.", no_args_is_help=True)

CourseFolder = Annotated[
    Path | None,
    typer.Option(
        "--course",
        help="The course's folder; default: the nearest one from here upwards.",
        metavar="DIR",
    ),
]
"""The option of every command that works on a course."""


def course_at(folder: Path | None) -> Course:
    """The course a command works on. Modules that need nbgrader are imported after this call."""
    need_nbgrader()
    return open_course(folder)


@course.callback()
def _course() -> None:
    """Make a course. A callback keeps `init` a command of its own."""


@course.command()
def init(folder: Annotated[Path, typer.Argument(help="A new folder, such as ds-2026.")]) -> None:
    """Make an nbgrader course in FOLDER, with a secret of its own for the cases."""
    need_nbgrader()
    init_course(folder)
    out.print(f"{folder} is a course now. Its secret, workbook/secret, is for your eyes only:")
    out.print("whoever reads it can draw the cases that grade your learners. Keep a copy of it.")
    out.print(f"Next: cd {folder}; workbook students import roster.csv; workbook assign SET ...")
