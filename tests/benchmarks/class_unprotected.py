"""Judge a course's submissions in this one warm process, without any protection; JSON to stdout.

python class_unprotected.py COURSE: seconds by notebook, {"judged": {"s0000 top_sellers": 0.1}, ...}:
"judged" answers only, "graded" through the very function that grades a class, with its reports.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from class_course import SET

from grader.course.folder import Course
from grader.errors import WorkbookError
from grader.grading.bench import Bench
from grader.grading.collect import collect
from grader.grading.grade import grade_notebook
from grader.grading.job import Job, job_of
from grader.judge import judge
from grader.sandbox import InPlace
from grader.sandbox.code import Answers
from grader.sandbox.jail.tier import Tier
from grader.submission import parse_notebook


class Unprotected(InPlace):
    """A runner in this process that grading can use like one of the sandbox."""

    disturbed = False

    def __enter__(self) -> Unprotected:
        return self

    def __exit__(self, *_: object) -> None: ...


class NoSandbox:
    tier = Tier.PROCESS

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def keep(self, *_: Any) -> None: ...

    def runner(self, exercise: Any, answers: Answers, budget: float = 0) -> Unprotected:
        """Submissions and solutions share a database, so that tables are made once for all."""
        return Unprotected(exercise, answers, self._bench.desk(exercise.id).reference.database)


def judge_only(job: Job, bench: Bench) -> None:
    desk = bench.desk(job.piece.exercise)
    submission = parse_notebook(job.piece.content or b"", job.piece.file, desk.ours)
    runner = bench.sandbox.runner(desk.exercise, submission.answers, 0)
    for name in submission.answers.codes:
        if name in desk.exercise.answers:
            judge(name, bench.book(desk, job.seed), desk.reference, runner)


def seconds(
    work: Callable[[Job, Bench], object], jobs: list[Job], bench: Bench
) -> dict[str, float]:
    found = {}
    for job in jobs:
        started = time.perf_counter()
        try:
            work(job, bench)
        except WorkbookError as error:
            print(f"{job.place}: {error}", file=sys.stderr)
        found[f"{job.piece.student} {job.piece.exercise}"] = time.perf_counter() - started
    return found


def main() -> None:
    course = Course(Path(sys.argv[1]).resolve())
    set_ = course.set(SET)
    pieces = collect(course.root / "submitted", SET, set_.exercises)
    jobs = [job_of(piece, course, set_) for piece in pieces]
    bench = Bench(Tier.PROCESS)
    bench.sandbox = NoSandbox(bench)  # type: ignore[assignment]
    print(json.dumps({
        "judged": seconds(judge_only, jobs, bench),
        "graded": seconds(grade_notebook, jobs, bench),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
