"""Grade many notebooks on this machine: one warm worker per core, and a death harms one job only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from pathlib import Path
from typing import Any

from pebble import ProcessPool
from pebble.common.types import ProcessExpired

from grader.bank import load_exercise
from grader.errors import WorkbookError
from grader.grading.bench import Bench
from grader.grading.grade import BUDGET, grade_notebook, ungraded
from grader.grading.job import Job
from grader.grading.result import NotebookGrade, State
from grader.sandbox.jail.tier import Choice, Tier, choose_tier

_SPARE_SECONDS = 120.0  # for what is ours: judging, and starting a worker on a busy machine
_WAITING = 4  # jobs handed to a worker ahead of time


def grade_here(
    jobs: Sequence[Job],
    secret: Sequence[Path],
    *,
    workers: int,
    trust: bool = False,
    chosen: Callable[[Choice], None] = lambda choice: None,
) -> Iterator[NotebookGrade]:
    """The grades in the order in which they are found, one for each job, whatever happens.

    The best sandbox of this machine is used, and told to `chosen`.
    A job whose process dies is tried once more; then, or when it takes far too long, it is a
    person's. Raises WorkbookError where no safe sandbox works and submissions are not trusted.
    """
    choice = choose_tier([*secret, Path.home()])
    if not (choice.tier.safe or trust):
        raise WorkbookError(
            "This machine cannot confine learners' code: it would run as you, beside solutions and "
            f"gradebook ({choice.reasons}).",
            help="Install bubblewrap on Linux; or, for people you trust, add "
            "--i-trust-these-submissions.",
        )
    chosen(choice)
    context = multiprocessing.get_context("spawn")
    arguments = (choice.tier, tuple(secret))
    with ProcessPool(workers, initializer=_begin, initargs=arguments, context=context) as pool:
        left, tried = deque(jobs), dict.fromkeys((job.place for job in jobs), 0)
        running: dict[Any, Job] = {}
        try:
            while left or running:
                while left and len(running) < workers * _WAITING:
                    job = left.popleft()
                    future = pool.schedule(_grade, args=(job,), timeout=most_seconds(job))
                    running[future] = job
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    job = running.pop(future)
                    tried[job.place] += 1
                    grade = _result(future, job, last=tried[job.place] > 1)
                    if grade is None:
                        left.append(job)
                    else:
                        yield grade
        finally:
            for future in running:
                future.cancel()
            pool.stop()


def failed(job: Job, complaint: str) -> NotebookGrade:
    """The grade of a job that the machinery could not do."""
    piece = job.piece
    grade = NotebookGrade(piece.student, piece.set, piece.exercise, job.key, State.ATTENTION)
    return ungraded(grade, load_exercise(piece.exercise), complaint)


def most_seconds(job: Job) -> float:
    """After so long a job is given up: its budget is spent, and what is ours takes less than the rest."""
    return _SPARE_SECONDS + BUDGET * (1 + len(load_exercise(job.piece.exercise).answers))


def _result(future: Any, job: Job, last: bool) -> NotebookGrade | None:
    """The grade; None where the job is worth another try."""
    try:
        return future.result()
    except TimeoutError:
        return failed(job, f"Grading it took longer than {most_seconds(job):.0f} seconds.")
    except ProcessExpired as death:
        how = f"exit status {death.exitcode}"
        return failed(job, f"The process that graded it died twice ({how}).") if last else None
    except Exception as fault:  # a fault of ours must not end the run of a class
        what = f"{type(fault).__name__}: {fault}"
        return failed(job, f"The grader failed on it: {what}") if last else None


_bench: Bench | None = None


def _begin(tier: Tier, secret: tuple[Path, ...]) -> None:
    """The start of a worker process: its bench is made when the first job comes."""
    global _bench
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that waits for us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _bench = Bench(tier, secret)


def _end_with_parent() -> None:
    """End at once when the run was killed: the job at hand could go on for minutes, for nobody.

    The sandbox ends with this process.
    """
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)


def _grade(job: Job) -> NotebookGrade:
    assert _bench
    return grade_notebook(job, _bench)
