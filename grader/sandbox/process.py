"""Run answers in a process of their own, with limits on time and memory."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.bank.exercise import Exercise
from grader.errors import WorkbookError
from grader.sandbox import wire
from grader.sandbox.code import Answers
from grader.sandbox.limits import WALL
from grader.sandbox.outcome import Kind, Outcome, error
from grader.table import Table

_START_SECONDS = 60.0  # importing pandas and DuckDB on a busy machine
_GRACE_SECONDS = 3.0  # the process ends a run by itself; this is for one that does not


class Separate:
    """A Runner in a process that is started when needed and again after it died.

    Use as a context manager: the process and its folder are gone at the end.
    """

    def __init__(self, exercise: Exercise, answers: Answers) -> None:
        self._exercise, self._answers = exercise, answers
        self._job = wire.job_to_wire(exercise, answers)
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-")
        self._process: subprocess.Popen[bytes] | None = None
        self._replies: queue.Queue[Any] = queue.Queue()
        self._asked = 0

    def __enter__(self) -> Separate:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()
        self._folder.cleanup()

    def run(self, answer: str, inputs: Mapping[str, Any], seconds: float) -> Outcome:
        return self._ask({"answer": answer, "inputs": wire.encode(dict(inputs))}, seconds)

    def run_each(
        self, answer: str, batch: Sequence[Mapping[str, Any]], seconds: float
    ) -> list[Outcome] | None:
        if self._exercise.answers[answer].kind != "query" or not batch:
            return None
        if self._answers.codes[answer].language != "sql":
            return None
        asked = {"answer": answer, "batch": [wire.encode(dict(inputs)) for inputs in batch]}
        outcome = self._ask(asked, seconds)
        tables = outcome.value
        if outcome.kind is not Kind.VALUE or not isinstance(tables, list):
            return None
        if len(tables) != len(batch) or not all(isinstance(table, Table) for table in tables):
            return None
        return [Outcome(Kind.VALUE, table) for table in tables]

    def _ask(self, request: dict[str, Any], seconds: float) -> Outcome:
        self._start()
        self._asked += 1
        assert self._process and self._process.stdin
        try:
            request = {"number": self._asked, "seconds": seconds, **request}
            wire.send(self._process.stdin, request)
            reply = self._replies.get(timeout=seconds * WALL + _GRACE_SECONDS)
        except queue.Empty:
            self._stop()
            return Outcome(Kind.TIMEOUT)
        except OSError:
            reply = None
        if reply is None:
            self._stop()
            return error("ended process", "it ended the process it ran in, so there is no result.")
        try:
            if reply["number"] != self._asked:
                raise ValueError("a reply that was not asked for")
            return wire.outcome_from_wire(reply)
        except (ValueError, KeyError, TypeError):
            self._stop()
            return error("disturbed process", "it disturbed the process it ran in: no result.")

    def _start(self) -> None:
        if self._process:
            return
        self._process = subprocess.Popen(
            [sys.executable, "-m", "grader.sandbox.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env=_environment(self._folder.name),
        )
        self._replies = queue.Queue()
        assert self._process.stdin
        reader = threading.Thread(
            target=_read, args=(self._process.stdout, self._replies), daemon=True
        )
        reader.start()
        wire.send(self._process.stdin, self._job)
        if not self._is_ready():
            self._stop()
            raise WorkbookError(
                "The process that runs answers did not start.",
                help="Is the machine out of memory? Try again.",
            )

    def _is_ready(self) -> bool:
        with contextlib.suppress(queue.Empty):
            return self._replies.get(timeout=_START_SECONDS) == {"ready": True}
        return False

    def _stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            with contextlib.suppress(OSError):
                self._process.stdin.close()  # type: ignore[union-attr]
            self._process = None


def _read(pipe: Any, replies: queue.Queue[Any]) -> None:
    """Put every reply into the queue; None says that there will be no more."""
    try:
        while True:
            replies.put(wire.receive(pipe))
    except (EOFError, ValueError, OSError, RecursionError):
        replies.put(None)


def _environment(home: str) -> dict[str, str]:
    """A small environment: nothing of the caller's secrets, one thread for numeric libraries."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")}
    kept |= {k: v for k, v in os.environ.items() if k.startswith("OPENBLAS_")}
    return kept | {
        "HOME": home,
        "TMPDIR": home,
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
