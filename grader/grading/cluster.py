"""Grade many notebooks on a Dask cluster: the same function as on one machine, in every process.

Dask: https://distributed.dask.org. Its scheduler and workers are ours and trust one another;
learners' code runs in the sandbox that each worker process has of its own.
"""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from grader.errors import WorkbookError
from grader.grading.cluster_worker import Fault, Order, Refusal, grade_order, versions
from grader.grading.job import Job
from grader.grading.pool import failed
from grader.grading.result import NotebookGrade

_CONNECT_SECONDS = 15.0
_LOOK_SECONDS = 5.0
_LONELY_SECONDS = 60.0  # so long a run waits for a worker to come, or to come back
_AHEAD = 2  # jobs on their way to each thread of a worker, so that none waits for its next one
_TRIES = 2  # a job has seen four workers die before Dask says, once, that it kills them


def grade_on_cluster(
    jobs: Sequence[Job],
    secret: Sequence[Path],
    *,
    address: str,
    trust: bool = False,
) -> Iterator[NotebookGrade]:
    """The grades in the order in which they are found, one for each job, as `grade_here` gives them.

    Each worker uses the best sandbox of its own machine; where that is not a safe one it refuses,
    unless the submissions are trusted.
    A job whose worker dies is done by another; one that kills worker after worker is a person's.
    Raises WorkbookError where the cluster cannot be reached, goes away or refuses.
    """
    left, tried = deque(jobs), Counter[tuple[str, str, str]]()
    running: dict[str, tuple[Any, Job]] = {}  # Dask forgets a job whose future nobody holds
    done: SimpleQueue[Any] = SimpleQueue()
    with _connected(address) as client:
        while left or running:
            while left and len(running) < _AHEAD * max(1, _threads(client)):
                job = left.popleft()
                order = Order(job, versions(job), tuple(secret), trust)
                future = client.submit(grade_order, order, pure=False)
                future.add_done_callback(done.put)
                running[future.key] = (future, job)
            future, job = running.pop(_next(done, client).key)
            tried[job.place] += 1
            grade = _result(future, job, last=tried[job.place] >= _TRIES)
            if grade is None:
                left.append(job)
            else:
                yield grade


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as error:
        raise WorkbookError(
            "Grading on a cluster needs Dask, which is not installed.",
            help="Run: pip install 'interview-workbook[cluster]' (in a checkout: pip install -e "
            "'.[cluster]').",
        ) from error
    for name in ("distributed", "distributed.client", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of it is said below
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise WorkbookError(
            f"There is no Dask scheduler to be reached at {address}: {error}",
            help="Start one with `dask scheduler`, and give the address that it prints, such as "
            "tcp://10.0.0.5:8786.",
        ) from error
    with client:
        try:
            yield client
        except OSError as error:
            raise _gone() from error


def _gone() -> WorkbookError:
    return WorkbookError(
        "The connection to the Dask scheduler is lost.",
        help="See that it runs, and its workers. Then grade again: what is graded already is kept.",
    )


def _threads(client: Any) -> int:
    """The threads of all workers that are there now. Raises OSError when the scheduler is gone."""
    return sum(client.nthreads().values())


def _next(done: SimpleQueue[Any], client: Any) -> Any:
    """The next future that is done. Raises WorkbookError when nobody is there to do one."""
    seen = time.monotonic()
    while True:
        try:
            return done.get(timeout=_LOOK_SECONDS)
        except Empty:
            if _threads(client):
                seen = time.monotonic()
        if time.monotonic() - seen > _LONELY_SECONDS:
            raise WorkbookError(
                f"The Dask scheduler has had no worker for {_LONELY_SECONDS:.0f} seconds.",
                help="Start some, on machines with the workbook: dask worker ADDRESS --nworkers "
                "CORES --nthreads 1. Then grade again: what is graded already is kept.",
            )


def _result(future: Any, job: Job, last: bool) -> NotebookGrade | None:
    """The grade; None where the job is worth another try."""
    from distributed import KilledWorker

    if future.client.status != "running":
        raise _gone()
    if future.status == "cancelled":
        return failed(job, "The cluster lost it twice.") if last else None
    try:
        found = future.result(timeout=_LONELY_SECONDS)
    except TimeoutError:  # its worker died before the result was fetched
        return failed(job, "The cluster lost its grade twice.") if last else None
    except KilledWorker:
        return failed(job, "Every process that graded it died.") if last else None
    except Exception as error:
        raise WorkbookError(
            f"The cluster cannot run the grader: {type(error).__name__}: {error}",
            help="Its scheduler and all its workers need the Python packages of this machine, the "
            "workbook among them.",
        ) from error
    if isinstance(found, Refusal):
        raise WorkbookError(found.rationale, help=found.help)
    if isinstance(found, Fault):
        return failed(job, f"The grader failed on it: {found.complaint}") if last else None
    return found
