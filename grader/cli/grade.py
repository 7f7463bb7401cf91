"""``workbook grade``: grade what a class handed in."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from grader.cli.console import err, out
from grader.cli.course import CourseFolder, course_at
from grader.grading.result import NotebookGrade
from grader.grading.summary import summarize
from grader.grading.watcher import Watcher
from grader.sandbox.jail.tier import Choice

if TYPE_CHECKING:
    from grader.grading.run import Grader, Run

_SLOWEST = 5


def grade(
    set_: Annotated[str, typer.Argument(metavar="SET", help="The set's name.")],
    course: CourseFolder = None,
    student: Annotated[list[str] | None, typer.Option(help="Only this student (again).")] = None,
    jobs: Annotated[int, typer.Option(help="Processes.", min=1)] = os.cpu_count() or 1,
    force: Annotated[bool, typer.Option("--force", help="Grade unchanged ones again.")] = False,
    cluster: Annotated[
        str | None, typer.Option(help="Address of a Dask scheduler, to grade on many machines.")
    ] = None,
    trust: Annotated[
        bool,
        typer.Option(
            "--i-trust-these-submissions",
            help="Grade even where this machine cannot confine learners' code.",
        ),
    ] = False,
) -> None:
    """Grade SET: exit status 0 all graded, 1 some need a person, 2 it could not be done."""
    opened = course_at(course)
    from grader.grading.run import grade_set

    with _Progress() as progress:
        run = grade_set(
            opened,
            set_,
            _grader(jobs, cluster, trust),
            students=student or (),
            force=force,
            watcher=progress.watcher,
        )
    print_run(run)
    if run.attention:
        raise typer.Exit(1)


def _grader(jobs: int, cluster: str | None, trust: bool) -> Grader:
    if cluster:
        from grader.grading.cluster import grade_on_cluster

        return partial(grade_on_cluster, address=cluster, trust=trust)
    from grader.grading.pool import grade_here

    return partial(grade_here, workers=jobs, trust=trust, chosen=_print_choice)


def _print_choice(choice: Choice) -> None:
    out.print(f"Sandbox: {choice.tier} ({choice.tier.sentence})", markup=False)
    for tier, reason in choice.refused.items():
        out.print(f"  not {tier}: {reason}", markup=False)


class _Progress:
    """A bar with rate and estimate while a run goes on."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("grading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[last]}"),
            console=err,
            transient=True,
        )
        self._task = self._bar.add_task("grading", total=None, rate="", last="")
        self.watcher = Watcher(self._planned, self._graded)

    def __enter__(self) -> _Progress:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _planned(self, pending: int, known: int) -> None:
        self._bar.update(self._task, total=pending)
        if known:
            out.print(f"{_count(known)} unchanged since last time: not graded again.")

    def _graded(self, grade: NotebookGrade) -> None:
        task = self._bar.tasks[0]
        rate = f"{task.speed:.1f} per s" if task.speed else ""
        last = f"{grade.student} {grade.exercise}"
        self._bar.update(self._task, advance=1, rate=rate, last=last)


def print_run(run: Run) -> None:
    """The class's summary, the slowest answers, and what needs a person."""
    for warning in run.warnings:
        out.print(f"! {warning}", markup=False)
    if not run.grades:
        out.print(f"Nothing was handed in for {run.set}: submitted/STUDENT/{run.set} is empty.")
        return
    out.print(_summary(run))
    slowest = sorted(
        ((answer.seconds, grade, answer) for grade in run.fresh for answer in grade.answers),
        key=lambda item: -item[0],
    )
    if slowest and slowest[0][0] >= 1:
        out.print("Slowest answers:")
        for seconds, grade, answer in slowest[:_SLOWEST]:
            out.print(f"  {seconds:5.1f} s  {grade.student} {answer.name}", markup=False)
    for grade in run.grades:
        for warning in grade.warnings:
            out.print(f"· {grade.student} {grade.exercise}: {warning}", markup=False)
    for grade in run.attention:
        out.print(f"! {grade.student} {grade.exercise}: {grade.complaint}", markup=False)
    students = len({grade.student for grade in run.grades})
    learners = "1 learner" if students == 1 else f"{students:,} learners"
    out.print(
        f"{learners}, {_count(len(run.grades))}, of which {len(run.attention)} need a person (?).\n"
        f"Grades are in {run.course.gradebook.name}. Next: workbook feedback {run.set}",
        markup=False,
    )


def _summary(run: Run) -> Table:
    table = Table(box=None, pad_edge=False, title=f"The class on {run.set}", title_justify="left")
    lines = summarize(run.grades)
    table.add_column("answer", no_wrap=True)
    for heading in ("right", "wrong", "none", "?"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("most common")
    exercise = ""
    for line in lines:
        if line.exercise != exercise:
            exercise = line.exercise
            table.add_row(f"[bold]{exercise}[/bold]")
        common = "\n".join(f"{count} {name}" for name, count in line.misconceptions[:2])
        numbers = (line.correct, line.wrong, line.missing, line.ungraded)
        shown = [str(number) if number else "" for number in numbers]
        table.add_row(f"  {line.answer}", *shown, common)
    return table


def _count(notebooks: int) -> str:
    return "1 notebook" if notebooks == 1 else f"{notebooks:,} notebooks"
