"""Grade one notebook: bytes in, grades out; the same whoever runs it, wherever and in what order."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from grader.bank.cases import CaseBook
from grader.bank.exercise import BREAK_IT, Exercise
from grader.errors import WorkbookError
from grader.grading.bench import Bench, Desk
from grader.grading.bounded import bounded
from grader.grading.job import Job
from grader.grading.result import AnswerGrade, NotebookGrade, State
from grader.judge import (
    ExampleVerdict,
    Status,
    Verdict,
    judge,
    judge_example,
    missing_example,
)
from grader.report import example_facts, facts
from grader.report.facts import Facts, Line
from grader.sandbox.remote import Remote
from grader.submission import Submission, parse_notebook

BUDGET = 60.0
"""Seconds that the code of one answer may use in all, over all its cases."""

VOID = "void"
UNGRADED = "ungraded"


def grade_notebook(job: Job, bench: Bench) -> NotebookGrade:
    """The grades of one notebook. Never raises for what is in it: trouble is a finding in there."""
    started = time.perf_counter()
    piece, desk = job.piece, bench.desk(job.piece.exercise)
    grade = NotebookGrade(
        piece.student,
        piece.set,
        piece.exercise,
        job.key,
        State.GRADED,
        warnings=piece.warnings,
        sandbox=bench.sandbox.tier.value,
    )
    if piece.complaint:
        grade = ungraded(grade, desk.exercise, piece.complaint)
    else:
        try:
            submission = _read(piece.content, piece.file, desk)
            grade = _graded(grade, submission, desk, bench.book(desk, job.seed), bench)
        except WorkbookError as error:
            grade = ungraded(grade, desk.exercise, str(error))
    return bounded(replace(grade, seconds=round(time.perf_counter() - started, 3)))


def ungraded(grade: NotebookGrade, exercise: Exercise, complaint: str) -> NotebookGrade:
    """The grade where no points can be found out: for a person to look at, never a zero."""
    answers = tuple(
        AnswerGrade(
            answer.name,
            UNGRADED,
            None,
            answer.points,
            Facts(
                "?",
                f"{answer.name}: not graded yet",
                f"? / {answer.points:g} points",
                lines=(Line("Note", f"A person will look at this. {complaint}"),),
            ),
        )
        for answer in exercise.answers.values()
    )
    return replace(grade, state=State.ATTENTION, complaint=complaint, answers=answers)


def _read(content: bytes | None, where: str, desk: Desk) -> Submission:
    if content is None:
        nothing = dict.fromkeys(desk.exercise.answers, "There is no notebook for this exercise.")
        return Submission(missing=nothing)
    return parse_notebook(content, where, desk.ours)


def _graded(
    grade: NotebookGrade, submission: Submission, desk: Desk, book: CaseBook, bench: Bench
) -> NotebookGrade:
    grade = replace(
        grade,
        written=dict(submission.written),
        others=submission.others,
        warnings=(*grade.warnings, *submission.oddities),
    )
    with bench.sandbox.runner(desk.exercise, submission.answers, BUDGET) as runner:
        answers = tuple(_answers(submission, desk, book, runner))
        bonus = _bonus(submission, desk, book, runner)
    if runner.disturbed:
        complaint = (
            "The code wrote into the line on which results are reported, and was not asked to. "
            "Nothing it reported counts."
        )
        return _void(ungraded(grade, desk.exercise, complaint))
    return replace(grade, answers=answers, bonus=bonus)


def _void(grade: NotebookGrade) -> NotebookGrade:
    return replace(grade, answers=tuple(replace(answer, status=VOID) for answer in grade.answers))


def _answers(
    submission: Submission, desk: Desk, book: CaseBook, runner: Remote
) -> Iterator[AnswerGrade]:
    for name, answer in desk.exercise.answers.items():
        if name not in submission.answers.codes:
            note = submission.missing.get(name, "")
            verdict = Verdict(name, Status.MISSING, 0, answer.points, note=note)
            yield _answer_grade(desk, verdict, None)
            continue
        verdict = judge(name, book, desk.reference, runner)
        verdict = verdict.warned(submission.warnings.get(name, ()))
        yield _answer_grade(desk, verdict, _public(name, verdict, desk, runner))


def _public(name: str, verdict: Verdict, desk: Desk, runner: Remote) -> Verdict | None:
    """What the public cases say of an answer whose counterexample is a secret."""
    found = verdict.counterexample
    if found is None or not found.case.hidden:
        return None
    return judge(name, desk.public, desk.reference, runner)


def _answer_grade(desk: Desk, verdict: Verdict, public: Verdict | None) -> AnswerGrade:
    full = facts(desk.exercise, verdict, "")
    shown = _without_secrets(verdict, public)
    report = facts(desk.exercise, shown, "")
    return AnswerGrade(
        name=verdict.answer,
        status=verdict.status.value,
        points=verdict.points,
        max_points=verdict.max_points,
        report=report,
        secret=None if report == full else full,
        cases=verdict.cases,
        failed=verdict.failed,
        diagnosis=verdict.diagnosis.id if verdict.diagnosis else "",
        seconds=round(verdict.seconds, 3),
    )


def _without_secrets(verdict: Verdict, public: Verdict | None) -> Verdict:
    """The verdict with no input of a hidden case in it, nor what an error says about one."""
    found = verdict.counterexample
    if found and found.case.hidden:
        note = "" if public and public.counterexample else _ONLY_HIDDEN
        verdict = replace(
            verdict,
            counterexample=public.counterexample if public else None,
            note=verdict.note or note,
        )
    if verdict.failure and verdict.failed_on and verdict.failed_on.hidden:
        quiet = replace(verdict.failure, text="", line=None, source="")
        verdict = replace(verdict, failure=quiet)
    return verdict


_ONLY_HIDDEN = (
    "It is right on the cases that you can practise on; the course has others of the same kind."
)


def _bonus(
    submission: Submission, desk: Desk, book: CaseBook, runner: Remote
) -> AnswerGrade | None:
    bonus = desk.exercise.break_it
    if bonus is None:
        return None
    verdict: ExampleVerdict = missing_example(bonus)
    if BREAK_IT in submission.answers.codes:
        verdict = judge_example(book, desk.reference, runner)
        verdict = replace(verdict, warnings=submission.warnings.get(BREAK_IT, ()))
    return AnswerGrade(
        name=BREAK_IT,
        status=verdict.status.value,
        points=verdict.points,
        max_points=verdict.max_points,
        report=example_facts(desk.exercise, verdict, ""),
        seconds=round(verdict.seconds, 3),
    )
