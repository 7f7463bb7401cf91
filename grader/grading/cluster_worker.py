"""Grade one notebook in a process of a Dask cluster, with a sandbox that lives as long as the process.

Whatever goes wrong is returned as data: an exception that reaches Dask's client is then always one
of the cluster's own. Exceptions of ours could not travel anyway.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grader.bank import load_exercise
from grader.errors import WorkbookError
from grader.grading.bench import Bench
from grader.grading.grade import grade_notebook
from grader.grading.job import Job, exercise_version
from grader.grading.pool import failed, most_seconds
from grader.grading.result import NotebookGrade
from grader.sandbox.jail.places import PACKAGE
from grader.sandbox.jail.tier import Choice, Tier, choose_tier


@dataclass(frozen=True)
class Order:
    """A job on its way to a worker.

    `versions` of the workbook that must be the same there. `hidden` are folders that learners' code
    must not see, should that machine have them too.
    """

    job: Job
    versions: tuple[str, str]
    hidden: tuple[Path, ...]
    trusted: bool


@dataclass(frozen=True)
class Refusal:
    """Why a worker must not grade: it ends the run, with words for a person."""

    rationale: str
    help: str


@dataclass(frozen=True)
class Fault:
    """A fault of ours on one job."""

    complaint: str


def versions(job: Job) -> tuple[str, str]:
    """Digests of what decides a grade besides the job: the exercise, and the grader's own code."""
    return exercise_version(load_exercise(job.piece.exercise).folder), exercise_version(PACKAGE)


def grade_order(order: Order) -> NotebookGrade | Refusal | Fault:
    """Grade one notebook in this process. Does not raise."""
    with _turn:  # a worker may have been started with many threads, and has one sandbox
        try:
            refusal = _other_version(order) or _unsafe(order)
            place = _places.get(order.hidden) or _Place(_choice(order.hidden).tier, order.hidden)
        except WorkbookError as error:
            refusal = Refusal(f"The worker {_name()} cannot grade. {error.rationale}", error.help)
        if refusal:
            return refusal
        _places[order.hidden] = place
        return place.grade(order.job)


_turn = threading.Lock()


class _Place:
    """The one thread of this process that grades, and the bench it uses.

    A thread of our own, because a sandbox ends with the thread that started it (bubblewrap asks the
    kernel for that), and Dask's threads end whenever Dask likes.
    """

    def __init__(self, tier: Tier, hidden: tuple[Path, ...]) -> None:
        self._hidden = hidden
        self._bench = Bench(tier, hidden)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="grading")

    def grade(self, job: Job) -> NotebookGrade | Fault:
        future: Future[NotebookGrade] = self._thread.submit(grade_notebook, job, self._bench)
        seconds = most_seconds(job)
        if not wait([future], seconds).done:
            self._give_up()
            return failed(job, f"Grading it took longer than {seconds:.0f} seconds.")
        fault = future.exception()
        return Fault(f"{type(fault).__name__}: {fault}") if fault else future.result()

    def _give_up(self) -> None:
        """End the sandbox, and with it whatever the thread waits for; the next job starts afresh."""
        del _places[self._hidden]
        self._bench.close()
        self._thread.shutdown(wait=False)


_places: dict[tuple[Path, ...], _Place] = {}


@lru_cache
def _choice(hidden: tuple[Path, ...]) -> Choice:
    """The best sandbox of this machine, found out by trying."""
    return choose_tier([*hidden, Path.home()])


def _other_version(order: Order) -> Refusal | None:
    exercise, grader = versions(order.job)
    if order.versions == (exercise, grader):
        return None
    differs = order.versions[0] != exercise
    what = f"the exercise {order.job.piece.exercise}" if differs else "the grader"
    return Refusal(
        f"The worker {_name()} has another version of {what} than this machine: its grades could "
        "be others.",
        "Bring both machines to the same commit, then restart the worker.",
    )


def _unsafe(order: Order) -> Refusal | None:
    choice = _choice(order.hidden)
    if choice.tier.safe or order.trusted:
        return None
    return Refusal(
        f"The worker {_name()} cannot confine learners' code: it would run as whoever started the "
        f"worker ({choice.reasons or choice.tier}).",
        "Install bubblewrap there; or, for people you trust, add --i-trust-these-submissions.",
    )


def _name() -> str:
    from distributed import get_worker

    return str(get_worker().address)
