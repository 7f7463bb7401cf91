"""``workbook feedback``: pages for learners."""

from __future__ import annotations

from typing import Annotated

import typer

from grader.cli.console import out
from grader.cli.course import CourseFolder, course_at
from grader.grading.result import Detail


def feedback(
    set_: Annotated[str, typer.Argument(metavar="SET", help="The set's name.")],
    detail: Annotated[
        Detail, typer.Option(help="How much of what was found learners are shown.")
    ] = Detail.DIAGNOSIS,
    student: Annotated[list[str] | None, typer.Option(help="Only this learner. Repeat it.")] = None,
    course: CourseFolder = None,
) -> None:
    """Make the feedback pages of SET from what was graded; no answer is run again."""
    there = course_at(course)
    from grader.course.feedback import give_feedback

    pages = give_feedback(there, set_, detail, student or ())
    out.print(f"{len(pages)} pages, in {there.feedback}/LEARNER/{set_}/. The first: {pages[0]}")
    out.print(f"To return them through nbgrader's exchange: nbgrader release_feedback {set_}")
