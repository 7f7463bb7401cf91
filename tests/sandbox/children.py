"""Run a piece of a test in a forked child, which may lock itself down and even die of it."""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_SECONDS = 60


@dataclass(frozen=True)
class Ended:
    """How a child ended: with a value, with an error (its class and the traceback), by a signal."""

    value: Any = None
    error: str = ""
    trace: str = ""
    signal: int = 0


def ended(task: Callable[[], Any]) -> Ended:
    """Run `task`, whose value is plain data, in a child and wait for it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        faulthandler.disable()  # pytest's; a test may mean to die
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_SECONDS)
        try:
            said: dict[str, Any] = {"value": task()}
        except BaseException as error:
            said = {"error": type(error).__name__, "trace": traceback.format_exc()}
        os.write(writing, json.dumps(said).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = json.loads(pipe.read() or "{}")
    _, status = os.waitpid(child, 0)
    return Ended(**said, signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)


def value_of(end: Ended) -> Any:
    assert (end.error, end.signal) == ("", 0), end.trace or f"ended by signal {end.signal}"
    return end.value
