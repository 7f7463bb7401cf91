"""The inside of a separate sandbox process: read a job, then run answers on inputs until the end."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

from grader.sandbox.execute import failure_of
from grader.sandbox.inplace import InPlace
from grader.sandbox.limits import TimeLimitReached, time_limit
from grader.sandbox.outcome import Kind, Outcome
from grader.sandbox.wire import (
    inputs_from_wire,
    job_from_wire,
    receive,
    reply_body,
    send,
    send_body,
)

_MEMORY_BYTES = 4 * 1024**3  # address space: importing pandas and DuckDB alone maps 2 GiB
_CPU_SECONDS = 900


def main() -> None:
    """Speak frames on the pipes this process was born with; an answer's prints go nowhere."""
    requests, replies = _private_pipes()
    limit_resources()
    send(replies, {"ready": True})
    serve(requests, replies, {})


def serve(requests: BinaryIO, replies: BinaryIO, kept: Mapping[int, Mapping[str, Any]]) -> None:
    """Read a job, then run its answers as requested until the end; does not return.

    Inputs may be named by their number among those `kept` here.
    """
    with contextlib.suppress(EOFError):
        exercise, answers = job_from_wire(receive(requests))
        runner = InPlace(exercise, answers)
        while True:
            request = receive(requests)
            outcome = _run(runner, request, kept)
            send_body(replies, reply_body(request["number"], outcome))
    os._exit(0)  # DuckDB prints about leaks when an interpreter shuts down in order


def _run(runner: InPlace, request: Any, kept: Mapping[int, Mapping[str, Any]]) -> Outcome:
    seconds = request["seconds"]
    try:
        with time_limit(seconds + 0.5):  # the net below: covers the learner's top-level code too
            if "batch" in request:
                return _run_each(runner, request, kept)
            return runner.run(request["answer"], _inputs(request["inputs"], kept), seconds)
    except TimeLimitReached:
        return Outcome(Kind.TIMEOUT)
    except MemoryError:
        return Outcome(Kind.MEMORY)
    except BaseException as raised:
        return Outcome(Kind.ERROR, failure=failure_of(raised, ()))


def _run_each(runner: InPlace, request: Any, kept: Mapping[int, Mapping[str, Any]]) -> Outcome:
    """The tables of all inputs as one value; whatever went wrong is found by running them singly."""
    batch = [_inputs(inputs, kept) for inputs in request["batch"]]
    outcomes = runner.run_each(request["answer"], batch, request["seconds"])
    return Outcome(Kind.VALUE, [outcome.value for outcome in outcomes or ()])


def _inputs(wired: Any, kept: Mapping[int, Mapping[str, Any]]) -> Mapping[str, Any]:
    return kept[wired] if type(wired) is int else inputs_from_wire(wired)


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return requests, replies


def limit_resources() -> None:
    """Limits of this process that the system keeps."""
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
