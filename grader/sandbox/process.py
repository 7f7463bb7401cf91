"""Run answers in a process of their own, with limits on time and memory."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from grader.bank.exercise import Exercise
from grader.errors import WorkbookError
from grader.sandbox import wire
from grader.sandbox.code import Answers
from grader.sandbox.remote import Channel, Remote

_START_SECONDS = 60.0  # importing pandas and DuckDB on a busy machine


class Separate(Remote):
    """A Runner in a process that is started when needed, with limits on time and memory."""

    def __init__(self, exercise: Exercise, answers: Answers, budget: float = float("inf")) -> None:
        super().__init__(exercise, answers, budget)
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-")

    def __enter__(self) -> Separate:
        return self

    def __exit__(self, *exception: object) -> None:
        super().__exit__(*exception)
        self._folder.cleanup()

    def _open(self) -> Channel:
        return _Pipes(Path(self._folder.name))


class _Pipes:
    """A process of our own and the pipes to it. A thread reads: not every system can wait for pipes."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "grader.sandbox.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment(str(folder)),
        )
        self._replies: queue.Queue[Any] = queue.Queue()
        pipe = self._process.stdout
        threading.Thread(target=_read, args=(pipe, self._replies), daemon=True).start()
        try:
            ready = self.receive(_START_SECONDS) == {"ready": True}
        except (TimeoutError, EOFError, ValueError):
            ready = False
        if not ready:
            self.close()
            raise WorkbookError(
                "The process that runs answers did not start.",
                help="Is the machine out of memory? Try again.",
            )

    def send(self, message: Any) -> None:
        assert self._process.stdin
        wire.send(self._process.stdin, message)

    def receive(self, seconds: float) -> Any:
        try:
            reply = self._replies.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        if isinstance(reply, Exception):
            raise reply
        return reply

    def close(self) -> bool:
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._process.stdin.close()  # type: ignore[union-attr]
        return self._replies.empty() or isinstance(self._replies.get(), Exception)


def _read(pipe: Any, replies: queue.Queue[Any]) -> None:
    """Put every reply into the queue, and last what ended them."""
    try:
        while True:
            replies.put(wire.receive(pipe, wire.MAX_REPLY))
    except (EOFError, OSError):
        replies.put(EOFError())
    except (ValueError, RecursionError) as odd:
        replies.put(ValueError(str(odd)))


def environment(home: str) -> dict[str, str]:
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
