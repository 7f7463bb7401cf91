"""The inside of a separate sandbox process: read a job, then run answers on inputs until the end."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any, BinaryIO

from grader.sandbox.execute import failure_of
from grader.sandbox.inplace import InPlace
from grader.sandbox.limits import TimeLimitReached, time_limit
from grader.sandbox.outcome import Kind, Outcome
from grader.sandbox.wire import decode, job_from_wire, outcome_to_wire, receive, send

_MEMORY_BYTES = 4 * 1024**3  # address space: importing pandas and DuckDB alone maps 2 GiB
_CPU_SECONDS = 900


def main() -> None:
    """Speak frames on the pipes this process was born with; an answer's prints go nowhere."""
    requests, replies = _private_pipes()
    _limit_resources()
    exercise, answers = job_from_wire(receive(requests))
    runner = InPlace(exercise, answers)
    send(replies, {"ready": True})
    with contextlib.suppress(EOFError):
        while True:
            request = receive(requests)
            outcome = _run(runner, request)
            send(replies, {"number": request["number"], **outcome_to_wire(outcome)})
    os._exit(0)  # DuckDB prints about leaks when an interpreter shuts down in order


def _run(runner: InPlace, request: Any) -> Outcome:
    seconds = request["seconds"]
    try:
        with time_limit(seconds + 0.5):  # the net below: covers the learner's top-level code too
            if "batch" in request:
                return _run_each(runner, request)
            return runner.run(request["answer"], decode(request["inputs"]), seconds)
    except TimeLimitReached:
        return Outcome(Kind.TIMEOUT)
    except MemoryError:
        return Outcome(Kind.MEMORY)
    except BaseException as raised:
        return Outcome(Kind.ERROR, failure=failure_of(raised, ()))


def _run_each(runner: InPlace, request: Any) -> Outcome:
    """The tables of all inputs as one value; whatever went wrong is found by running them singly."""
    batch = [decode(inputs) for inputs in request["batch"]]
    outcomes = runner.run_each(request["answer"], batch, request["seconds"])
    return Outcome(Kind.VALUE, [outcome.value for outcome in outcomes or ()])


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return requests, replies


def _limit_resources() -> None:
    if sys.platform == "win32":
        return  # no rlimits there; the parent still ends a run by the clock
    import resource

    for limit, most in (
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):  # macOS knows RLIMIT_AS but refuses it
            resource.setrlimit(limit, (most, hard))


if __name__ == "__main__":
    main()
