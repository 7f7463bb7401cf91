"""``workbook check``: judge the answers in a file."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from grader.bank import BREAK_IT, load_cases, load_exercise
from grader.bank.cases import PRACTICE_SEED
from grader.bank.exercise import Exercise
from grader.errors import WorkbookError
from grader.judge import ExampleVerdict, Reference, Status, Verdict, judge, judge_example
from grader.report import as_json, as_text, example_facts, facts
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
    if not any(answer in (None, name) for name in submission.answers.codes):
        raise _nothing_to_judge(submission, file, answer or exercise)
    verdicts = verdicts_on(found, submission, seed, seconds, answer)
    example = example_on(found, submission, seed, seconds, answer)
    again = f"workbook check {exercise} {shlex.quote(str(file))}"
    again += f" --answer {answer}" if answer else ""
    reports = {v.answer: as_text(facts(found, v, _next(v, again))) for v in verdicts}
    if example:
        step = "" if example.correct else f"change the example and run again: {again}"
        reports[BREAK_IT] = as_text(example_facts(found, example, step))
    if json_:
        print(json.dumps(as_json(found, seed, verdicts, reports, example), ensure_ascii=False))
    else:
        print("\n\n".join([*reports.values(), *_total(verdicts)]))
    broken = example is None or example.correct
    if not (broken and all(verdict.correct for verdict in verdicts)):
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


def example_on(
    exercise: Exercise,
    submission: Submission,
    seed: int = PRACTICE_SEED,
    seconds: float | None = None,
    only: str | None = None,
) -> ExampleVerdict | None:
    """The verdict on the bonus, break_it; None where a submission holds none, which is no fault."""
    if BREAK_IT not in submission.answers.codes or only not in (None, BREAK_IT):
        return None
    book, reference = load_cases(exercise, seed), Reference(exercise)
    with Separate(exercise, submission.answers) as sandbox:
        verdict = judge_example(book, reference, sandbox, seconds)
    return replace(verdict, warnings=submission.warnings.get(BREAK_IT, ()))


def _total(verdicts: list[Verdict]) -> list[str]:
    if len(verdicts) < 2:
        return []
    points, most = sum(v.points for v in verdicts), sum(v.max_points for v in verdicts)
    return [f"{points:g} of {most:g} points in all."]


def _nothing_to_judge(submission: Submission, file: Path, wanted: str) -> WorkbookError:
    notes = dict.fromkeys(filter(None, submission.missing.values()))
    return WorkbookError(
        f"{file} holds no answer to {wanted} yet.", help=" ".join(notes) or "Write one, and save."
    )


def _next(verdict: Verdict, again: str) -> str:
    if verdict.correct:
        return ""
    if verdict.status is Status.MISSING:
        return f"write {verdict.answer}, then run: {again}"
    return f"mend it and run again: {again}"
