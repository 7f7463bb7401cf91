"""``workbook assign``: compose a set from the bank."""

from __future__ import annotations

from typing import Annotated

import typer

from grader.cli.console import out
from grader.cli.course import CourseFolder, course_at
from grader.course.folder import Course, CourseSet
from grader.errors import WorkbookError


def assign(
    set_: Annotated[str, typer.Argument(metavar="SET", help="The set's name, such as week1.")],
    exercises: Annotated[
        list[str] | None, typer.Argument(metavar="[EXERCISE]...", help="Exercises by id.")
    ] = None,
    track: Annotated[str | None, typer.Option(help="Choose from this track.")] = None,
    tag: Annotated[str | None, typer.Option(help="Choose among those with this tag.")] = None,
    difficulty: Annotated[str | None, typer.Option(help="easy, medium or hard.")] = None,
    count: Annotated[int | None, typer.Option(help="How many to choose.", min=1)] = None,
    due: Annotated[
        str | None, typer.Option(help="2026-12-01, or 2026-12-01T18:00+01:00; else UTC.")
    ] = None,
    per_student: Annotated[
        bool, typer.Option("--per-student", help="Draw every learner cases of their own.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Make it again although it was handed in.")
    ] = False,
    course: CourseFolder = None,
) -> None:
    """Make the set SET: notebooks under source/ and release/, and an entry in the gradebook.

    Name the exercises, or have them chosen with --track, --tag, --difficulty and --count.
    """
    there = course_at(course)
    from grader.course import sets

    filters = {"track": track, "tag": tag, "difficulty": difficulty}
    chosen = any(filters.values()) or count is not None
    if chosen == bool(exercises):
        raise WorkbookError(
            "Name exercises, or have them chosen: one of the two.",
            help=f"Such as: workbook assign {set_} top_sellers, or workbook assign {set_} --count 3",
        )
    if exercises:
        ids = tuple(exercises)
    else:
        ids = sets.choose(**filters, count=count, used=_used(there, besides=set_))
    wanted = CourseSet(set_, ids, per_student, sets.parse_due(due) if due else "")
    made = sets.assign(there, wanted, force=force)
    _tell(made)


def _used(course: Course, besides: str) -> set[str]:
    """The exercises of the course's other sets."""
    others = [course.set(name) for name in course.sets() if name != besides]
    return {exercise for set_ in others for exercise in set_.exercises}


def _tell(set_: CourseSet) -> None:
    due = f", due {set_.due} UTC" if set_.due else ""
    out.print(f"{set_.name}: {', '.join(set_.exercises)}{due}")
    out.print(f"Its notebooks are in release/{set_.name}. Give them to learners as you like, or")
    out.print(f"through nbgrader's exchange: nbgrader release_assignment {set_.name}")
