"""``workbook demo``: all of grading on a class that was made up, in under a minute."""

from __future__ import annotations

import contextlib
import os
import sys
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli.console import out
from grader.cli.grade import grade
from grader.course.nbgrader_command import need_nbgrader
from grader.grading.result import Detail

if TYPE_CHECKING:
    from grader.bank import Exercise
    from grader.course.folder import Course
    from grader.demo.cast import Simulated
    from grader.demo.tables import Grades


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="A new folder, or that of an earlier demo.")
    ] = Path("demo-course"),
    students: Annotated[int, typer.Option(help="So many learners.", min=1, max=500)] = 12,
    browser: Annotated[bool, typer.Option(help="Open a feedback page in the browser.")] = True,
) -> None:
    """Grade a class that was made up, from the course to the feedback, with every command.

    Exit status 0 when it comes to its end: that some notebooks need a person is part of it.
    """
    need_nbgrader()
    started = time.perf_counter()
    out.print("A course, a set, a class that was made up. Lines with a $ are the commands that")
    out.print("do the same in a course of your own.")
    course, exercises = _course(folder)
    simulated = _class(course, exercises, students)
    grades = _grade(course)
    _gradebook(course, simulated, grades)
    _feedback(course, simulated, grades, browser)
    _next(folder, time.perf_counter() - started)


def _step(title: str, *commands: str) -> None:
    out.print(f"\n{title}", style="bold")
    for command in commands:
        _command(command)


def _command(command: str) -> None:
    out.print(f"$ {command}", style="cyan", markup=False)


def _course(folder: Path) -> tuple[Course, list[Exercise]]:
    from grader.course.folder import CourseSet
    from grader.course.sets import assign, parse_due
    from grader.demo.cast import DUE
    from grader.demo.course import SET, choose_exercises, demo_course

    there = folder.exists()
    course = demo_course(folder)
    _step("A course, and a set of exercises", f"workbook course init {folder}; cd {folder}")
    if there and course.sets():
        out.print("It is there from an earlier demo, which goes on.")
    exercises = choose_exercises(course)
    ids = tuple(exercise.id for exercise in exercises)
    _command(f"workbook assign {SET} {' '.join(ids)} --due {DUE}")
    made = assign(course, CourseSet(SET, ids, due=parse_due(DUE)))
    out.print(f"An ordinary nbgrader course. Learners get what is in release/{made.name}.")
    return course, exercises


def _class(course: Course, exercises: Sequence[Exercise], count: int) -> list[Simulated]:
    from grader.course.roster import import_roster, read_roster
    from grader.demo.cast import simulate
    from grader.demo.course import SET, hand_in
    from grader.demo.people import write_roster
    from grader.sandbox.jail.tier import choose_tier

    confined = choose_tier([course.root, Path.home()]).tier.safe
    simulated = simulate(exercises, count, hostile=confined)
    _step("The class, and what it hands in", "workbook students import roster.csv")
    roster = course.root / "roster.csv"
    write_roster(roster, [one.learner for one in simulated])
    import_roster(course, read_roster(roster))
    _command(f"nbgrader collect {SET}")
    hand_in(course, simulated)
    out.print(f"{count} learners handed in notebooks: right, wrong, unfinished, broken, hostile.")
    if not confined:
        out.print("Hostile ones were left out: this machine cannot confine learners' code.")
    return simulated


def _grade(course: Course) -> Grades:
    from grader.demo.course import SET
    from grader.grading.journal import Journal

    _step("Grades", f"workbook grade {SET}")
    # Exit: some need a person. Trust: what is handed in was made up here, and hostile ones were left
    # out where they could do harm.
    with contextlib.suppress(typer.Exit):
        grade(SET, course=course.root, trust=True)
    every = Journal(course.journal).grades()
    return {(student, exercise): g for (student, of, exercise), g in every.items() if of == SET}


def _gradebook(course: Course, simulated: Sequence[Simulated], grades: Grades) -> None:
    from grader.course.standing import class_standing
    from grader.demo import tables
    from grader.demo.course import SET

    standing = class_standing(course, SET)
    _step(f"The gradebook ({standing.max_points:g} points at most)", f"workbook export {SET}")
    out.print(tables.gradebook(standing, simulated, grades))
    out.print("needs you: a notebook or an explanation that a person must look at.")
    if any(one.attacks for one in simulated):
        _step("What hostile learners tried")
        out.print(tables.hostile(simulated, grades))
        out.print(f"Points that they got: {tables.unearned(simulated, grades):g}.")


def _feedback(
    course: Course, simulated: Sequence[Simulated], grades: Grades, browser: bool
) -> None:
    from grader.course.feedback import give_feedback
    from grader.demo.course import SET

    _step("Feedback", f"workbook feedback {SET}")
    pages = give_feedback(course, SET, Detail.DIAGNOSIS)
    exercises = course.set(SET).exercises
    places = [(one.learner.id, exercise) for one in simulated for exercise in exercises]
    student, exercise = _worth_seeing(places, grades)
    page = course.feedback / student / SET / f"{exercise}.html"
    out.print(f"{len(pages)} pages. One to look at:\n{page}", markup=False)
    if browser and _has_display():
        webbrowser.open(page.as_uri())


def _worth_seeing(places: Sequence[tuple[str, str]], grades: Grades) -> tuple[str, str]:
    """Whose page of which exercise tells most: the first with a diagnosis, where there is one."""
    told = (place for place in places if any(a.diagnosis for a in grades[place].answers))
    return next(told, places[0])


def _next(folder: Path, seconds: float) -> None:
    from grader.demo.course import SET

    _step("Look around", f"cd {folder}; jupyter lab")
    out.print("and there Nbgrader > Formgrader: grade explanations, look at notebooks.")
    _command(f"workbook export {SET} --format canvas --to {SET}.csv")
    _command(f"nbgrader release_feedback {SET}")
    out.print(f"\nAll of this took {seconds:.0f} seconds. {folder} is safe to delete.")


def _has_display() -> bool:
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform != "linux" or bool(shown)
