"""Grade a set: what was handed in, less what is known, graded, written down, put into the gradebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.course.autograded import write_autograded
from grader.course.database import PATIENCE
from grader.course.folder import Course, CourseSet
from grader.course.gradebook import write_grades
from grader.errors import UnknownName
from grader.grading.collect import each_piece
from grader.grading.job import Job, job_of
from grader.grading.journal import Journal, lock
from grader.grading.result import NotebookGrade, State
from grader.grading.watcher import Watcher

Grader = Callable[[Sequence[Job], Sequence[Path]], Iterator[NotebookGrade]]
"""Whatever grades jobs, hiding folders from learners' code: this machine, or a cluster."""


@dataclass(frozen=True)
class Run:
    """What a run found: the grades of all notebooks in question, those graded now among them."""

    course: Course
    set: str
    grades: tuple[NotebookGrade, ...] = ()
    fresh: tuple[NotebookGrade, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def attention(self) -> list[NotebookGrade]:
        return [grade for grade in self.grades if grade.state is State.ATTENTION]


def grade_set(
    course: Course,
    set_name: str,
    grader: Grader,
    *,
    students: Sequence[str] = (),
    force: bool = False,
    watcher: Watcher | None = None,
    patience: float = PATIENCE,
) -> Run:
    """Grade everything under submitted/ for a set, or what `students` handed in.

    A grade is in the journal as soon as it is known; autograded/ and gradebook.db are written from
    the journal, so that a run that is ended anywhere is finished by the next one. A gradebook that
    another program holds is waited for, `patience` seconds at most.
    Raises WorkbookError where nothing can be graded, or another run is at it.
    """
    watcher = watcher or Watcher()
    set_ = course.set(set_name)
    with lock(course.lock):
        journal = Journal(course.journal)
        contents = journal.read()
        known = contents.grades
        places, pending = [], []
        for job in _jobs(course, set_, students):
            places.append(job.place)
            if force or not _is_known(job, known.get(job.place)):
                pending.append(job)  # of the others nothing more is needed: a class is large
        watcher.planned(len(pending), len(places) - len(pending))
        fresh = []
        for grade in _grade(pending, grader, course):
            journal.append(grade)
            known[grade.student, grade.set, grade.exercise] = grade
            fresh.append(grade)
            watcher.graded(grade)
        grades = tuple(known[place] for place in places)
        _write(course, set_name, grades, patience)
    return Run(course, set_name, grades, tuple(fresh), contents.warnings)


def _jobs(course: Course, set_: CourseSet, students: Sequence[str]) -> Iterator[Job]:
    """A job for each notebook of each learner in question. Raises UnknownName for a student."""
    submitted = course.submitted(set_.name)
    for student in students:
        if student not in submitted:
            raise UnknownName(f"submission for {set_.name} of a student", student, submitted)
    pieces = each_piece(course.root / "submitted", set_.name, set_.exercises, students)
    return (job_of(piece, course, set_) for piece in pieces)


def _is_known(job: Job, grade: NotebookGrade | None) -> bool:
    """Whether the journal has this grade already. What needs a person is tried anew."""
    return grade is not None and grade.key == job.key and grade.state is State.GRADED


def _grade(pending: Sequence[Job], grader: Grader, course: Course) -> Iterator[NotebookGrade]:
    """Grades of all pending jobs. What several learners handed in alike is graded once."""
    if not pending:
        return
    alike: dict[str, list[Job]] = {}
    for job in pending:
        alike.setdefault(job.key, []).append(job)
    firsts = [jobs[0] for jobs in alike.values()]
    for grade in grader(firsts, [course.root]):
        for job in alike[grade.key]:
            yield grade.of(job.piece.student, job.piece.set)


def _write(course: Course, set_name: str, grades: Iterable[NotebookGrade], patience: float) -> None:
    by_student: dict[str, list[NotebookGrade]] = {}
    for grade in grades:
        by_student.setdefault(grade.student, []).append(grade)
    for student, own in by_student.items():
        write_autograded(course, set_name, student, own)
    write_grades(course, [grade for own in by_student.values() for grade in own], patience)
