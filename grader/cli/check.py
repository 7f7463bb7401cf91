"""``workbook check``: judge the answers in a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from grader.bank import load_cases, load_exercise
from grader.bank.cases import PRACTICE_SEED
from grader.bank.exercise import Exercise
from grader.cli.console import complain
from grader.errors import WorkbookError
from grader.judge import Reference, Status, Verdict, judge
from grader.report import as_json, as_text, facts
from grader.sandbox import Separate
from grader.submission import Submission, read_submission


def check(
    exercise: Annotated[str, typer.Argument(help="The exercise's id, such as top_sellers.")],
    file: Annotated[Path, typer.Argument(help="A .sql, .py or .ipynb file with answers.")],
    answer: Annotated[str | None, typer.Option(help="Judge only this answer.")] = None,
    seed: Annotated[int, typer.Option(help="Draw the cases from this seed.")] = PRACTICE_SEED,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    seconds: Annotated[float | None, typer.Option(help="Time limit per case.", min=0.1)] = None,
) -> None:
    """Judge the answers in FILE: exit status 0 all correct, 1 some not, 2 nothing to judge."""
    found = load_exercise(exercise)
    submission = read_submission(found, file, answer)
    if not submission.answers.codes and not submission.missing:
        raise WorkbookError(f"{file} holds no answer to {exercise}.", help="Name one as asked.")
    if not submission.answers.codes:
        complain(f"{file} holds no answer to {exercise} yet.")
        raise typer.Exit(2)
    verdicts = verdicts_on(found, submission, seed, seconds, answer)
    reports = {v.answer: as_text(facts(found, v, _next(found, v, file))) for v in verdicts}
    if json_:
        print(json.dumps(as_json(found, seed, verdicts, reports), ensure_ascii=False))
    else:
        print("\n\n".join(reports.values()))
    if not all(verdict.correct for verdict in verdicts):
        raise typer.Exit(1)


def verdicts_on(
    exercise: Exercise,
    submission: Submission,
    seed: int = PRACTICE_SEED,
    seconds: float | None = None,
    only: str | None = None,
) -> list[Verdict]:
    """The verdicts on a submission, run in a process of its own, in the order of the exercise."""
    book, reference = load_cases(exercise, seed), Reference(exercise)
    verdicts = []
    with Separate(exercise, submission.answers) as sandbox:
        for name, answer in exercise.answers.items():
            if name in submission.missing:
                verdicts.append(
                    Verdict(name, Status.MISSING, 0, answer.points, note=submission.missing[name])
                )
            elif name in submission.answers.codes and only in (None, name):
                verdict = judge(name, book, reference, sandbox, seconds)
                verdicts.append(verdict.warned(submission.warnings.get(name, ())))
    return verdicts


def _next(exercise: Exercise, verdict: Verdict, file: Path) -> str:
    if verdict.correct:
        return "say aloud why it is right: the notebook's explain-it cell has the rubric"
    command = f"workbook check {exercise.id} {file}"
    if verdict.status is Status.MISSING:
        return f"write {verdict.answer}, then run: {command}"
    return f"mend it and run again: {command}"
