"""The functions a learner calls in a notebook."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

import duckdb
from IPython.display import display

from grader.bank import BREAK_IT, Exercise, codefile, exercise_ids, load_exercise
from grader.bank.starter import break_it_starter, starter
from grader.errors import WorkbookError
from grader.judge import ExampleVerdict, Status, Verdict, worked_example
from grader.notebook import progress as progress_file
from grader.notebook.exploring import short_message
from grader.notebook.page import Note, ProgressMap, Report, Solutions
from grader.notebook.session import Session
from grader.report import example_facts, facts, smallest_facts
from grader.report.show import count_rows
from grader.submission.notebook import without_comments


def _kindly(function: Callable[..., Any]) -> Callable[..., Any]:
    """Show errors that are meant for people as a note, without a traceback.

    Under nbgrader they are raised as well: it takes a cell that shows no error for a right answer.
    """

    @wraps(function)
    def wrapped(*arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        except WorkbookError as error:
            display(Note(error.rationale, error.help, mark="✗"))
            if _under_nbgrader():
                raise
            return None

    return wrapped


def _under_nbgrader() -> bool:
    """Whether nbgrader runs the notebook, to grade it or to validate it."""
    return bool(os.environ.get("NBGRADER_EXECUTION"))


def _with_bonus(bonus: ExampleVerdict | None) -> str:
    return f", and {bonus.points:g} of {bonus.max_points:g} as a bonus" if bonus else ""


def _starter(exercise: Exercise, name: str) -> str:
    if name == BREAK_IT and exercise.break_it:
        return break_it_starter(exercise, exercise.break_it)
    return starter(exercise.answers[name])


class Functions:
    """The notebook's functions over one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def by_name(self) -> dict[str, Any]:
        """The functions under the names a learner types."""
        names = ("exercise", "check", "hint", "solution", "progress", "reset")
        return {name: _kindly(getattr(self, name)) for name in names}

    def exercise(self, exercise_id: str) -> None:
        """Open an exercise: load its tables as DataFrames, ready for SQL too."""
        found = self._session.start(exercise_id)
        tables = self._session.work.tables
        rows = ", ".join(f"{name} ({count_rows(len(frame))})" for name, frame in tables.items())
        bonus = f" Bonus: {BREAK_IT}." if found.break_it else ""
        answers = f"Answers: {', '.join(found.answers)}.{bonus}"
        display(Note(f"{found.title}.{f' Tables: {rows}.' if rows else ''}", answers))

    def sql(self, line: str, cell: str) -> None:
        """Run a query on the tables; under an answer's name it is kept as your answer."""
        try:
            self._run_sql(line.strip(), cell)
        except (WorkbookError, duckdb.Error) as error:
            text = error.rationale if isinstance(error, WorkbookError) else short_message(error)
            points_at_a_line = "\n" in text
            display(Note(text, getattr(error, "help", ""), mark="✗", code=points_at_a_line))

    def _run_sql(self, name: str, cell: str) -> None:
        work = self._session.work
        if name:
            self._session.answer_name(name)
            self._session.keep_query(name, cell)
        if not without_comments(cell).strip():
            display(Note("No query here yet.", "Write one SELECT in this cell.", mark="○"))
            return
        display(work.explorer.run(cell, name))

    def check(self, answer: str | None = None, *, seconds: float | None = None) -> float | None:
        """Judge one answer, or all of them. `seconds` is the time limit per case.

        Shows the report. Under nbgrader it also gives the points back, which is how a cell earns
        them there.
        """
        if seconds is not None and not seconds > 0:
            raise WorkbookError("A time limit is more than 0 seconds.", help="Try seconds=10.")
        exercise = self._session.work.exercise
        names = [self._session.answer_name(answer)] if answer else exercise.checked
        verdicts = [self._judge(name, seconds) for name in names if name != BREAK_IT]
        bonus = self._judge_example(seconds) if BREAK_IT in names else None
        earned = float(sum(verdict.points for verdict in verdicts))
        if answer is None:
            total = f"{earned:g} of {sum(v.max_points for v in verdicts):g} points in all"
            display(Note(f"{total}{_with_bonus(bonus)}."))
        return earned if _under_nbgrader() else None

    def _judge(self, name: str, seconds: float | None) -> Verdict:
        exercise = self._session.work.exercise
        verdict = self._session.judge(name, seconds)
        if verdict.status is not Status.MISSING:
            progress_file.record(exercise.id, name, "solved" if verdict.correct else "tried")
        display(Report(facts(exercise, verdict, self._next(verdict))))
        return verdict

    def _judge_example(self, seconds: float | None) -> ExampleVerdict:
        exercise = self._session.work.exercise
        verdict = self._session.judge_example(seconds)
        if verdict.status is not Status.MISSING:
            progress_file.record(exercise.id, BREAK_IT, "solved" if verdict.correct else "tried")
        display(Report(example_facts(exercise, verdict, self._next_example(verdict))))
        return verdict

    def _next_example(self, verdict: ExampleVerdict) -> str:
        if verdict.correct:
            return f'solution("{BREAK_IT}") shows the smallest example we know'
        again = f'check("{BREAK_IT}")'
        if self._hints(BREAK_IT):
            again += f", or {self._hint_offer(BREAK_IT)}"
        if verdict.status is Status.MISSING:
            return f"write it in the cell above, run that cell, then {again}"
        return f"change the example, run its cell, and run {again}"

    def _hints(self, name: str) -> tuple[str, ...]:
        exercise = self._session.work.exercise
        if name == BREAK_IT:
            return exercise.break_it.hints if exercise.break_it else ()
        return exercise.answers[name].hints

    def _hint_offer(self, name: str) -> str:
        used = progress_file.standings()[self._session.work.exercise.id, name].hints
        count = len(self._hints(name))
        return f'hint("{name}") ({min(used, count)} of {count} used)'

    def _next(self, verdict: Verdict) -> str:
        name = verdict.answer
        if verdict.correct:
            return f'solution("{name}") shows the worked solutions beside yours'
        hint = self._hint_offer(name)
        if verdict.status is Status.MISSING:
            return f'write it in the cell above, run that cell, then check("{name}"), or {hint}'
        return f'mend it, run its cell, and run check("{name}") again, or {hint}'

    def hint(self, answer: str = "") -> None:
        """Show the next hint for an answer, one rung at a time."""
        exercise = self._session.work.exercise
        hints = self._hints(self._session.answer_name(answer))
        if not hints:
            display(Note(f"There are no hints for {answer}."))
            return
        used = progress_file.standings()[exercise.id, answer].hints
        if used < len(hints):
            progress_file.record(exercise.id, answer, "hint")
        shown = hints[: used + 1]
        more = len(hints) - len(shown)
        text = "\n".join(f"{number}. {hint}" for number, hint in enumerate(shown, 1))
        display(Note(text, f'{more} more: hint("{answer}")' if more else "That was the last hint."))

    def solution(self, answer: str = "", *, give_up: bool = False) -> None:
        """Show the worked solutions of an answer you have solved, or give up on."""
        exercise = self._session.work.exercise
        self._session.answer_name(answer)
        standing = progress_file.standings()[exercise.id, answer]
        if not (standing.solved or standing.gave_up or give_up):
            display(
                Note(
                    f"{answer} is not solved yet; its solution is worth more once it is.",
                    f'To look all the same: solution("{answer}", give_up=True). It will be noted.',
                    mark="○",
                )
            )
            return
        if not standing.solved and not standing.gave_up:
            progress_file.record(exercise.id, answer, "gave up")
        if answer == BREAK_IT:
            worked = worked_example(self._session.work.book, self._session.work.reference)
            display(Report(smallest_facts(exercise, worked)))
            return
        spec = exercise.answers[answer]
        display(Solutions(spec, codefile.solutions(exercise, spec)))

    def progress(self) -> None:
        """Show what is solved, exercise by exercise."""
        bank = [load_exercise(exercise_id) for exercise_id in exercise_ids()]
        display(ProgressMap(bank, progress_file.standings()))

    def reset(self, answer: str = "", *, sure: bool = False) -> None:
        """Start an answer afresh: forget what you wrote, your tries and hints."""
        exercise = self._session.work.exercise
        self._session.answer_name(answer)
        if not sure:
            display(
                Note(
                    f"This forgets your {answer}: tries, hints used, whether it is solved.",
                    f'If that is what you want: reset("{answer}", sure=True).',
                    mark="○",
                )
            )
            return
        self._session.forget(answer)
        progress_file.record(exercise.id, answer, "reset")
        self._session.shell.set_next_input(_starter(exercise, answer), replace=False)
        display(Note(f"{answer} starts afresh.", "An empty answer cell is below this one."))
