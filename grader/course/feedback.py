"""Feedback: pages for learners, from the grades in the journal, as detailed as the instructor says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from grader.course.autograded import write_autograded
from grader.course.folder import Course
from grader.course.nbgrader_command import run_nbgrader
from grader.errors import UnknownName, WorkbookError
from grader.grading.journal import Journal, lock
from grader.grading.result import Detail, NotebookGrade


def give_feedback(
    course: Course, set_: str, detail: Detail, students: Sequence[str] = ()
) -> list[Path]:
    """Make the feedback of a set, for all its learners or these; the pages' paths.

    Scores and comments in the pages are the gradebook's: also what a person has written there.
    """
    course.set(set_)  # raises UnknownName
    by_student: dict[str, list[NotebookGrade]] = defaultdict(list)
    for (student, of, _), grade in Journal(course.journal).grades().items():
        if of == set_:
            by_student[student].append(grade)
    if not by_student:
        raise WorkbookError(
            f'Nothing of the set "{set_}" is graded yet.', help=f"Run: workbook grade {set_}"
        )
    for student in students:
        if student not in by_student:
            raise UnknownName("graded student", student, sorted(by_student))
    chosen = sorted(students or by_student)
    with lock(course.lock):  # a run of the grader writes the same notebooks
        for student in chosen:
            write_autograded(course, set_, student, by_student[student], detail)
        for arguments in [[f"--student={student}"] for student in students] or [[]]:
            run_nbgrader(course, "generate_feedback", set_, "--force", *arguments)
    return [
        page
        for student in chosen
        for page in sorted((course.feedback / student / set_).glob("*.html"))
    ]
