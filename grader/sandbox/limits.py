"""A time limit on code that runs in this process.

The limit is on CPU time where the system can measure it, so that a busy machine fails nobody; a
wall clock WALL times as long ends what sleeps.
"""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

WALL = 3.0
_AGAIN = 0.2
"""Seconds between rings: what one ring raises can get lost inside a library, such as DuckDB."""


class TimeLimitReached(BaseException):
    """Not an Exception, so that an answer's own ``except Exception`` does not swallow it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitReached in the body once it has used `seconds`.

    By alarm signals where there are some (main thread on POSIX); else by an exception planted in
    this thread, which arrives when its next Python instruction runs.
    """
    on_main = threading.current_thread() is threading.main_thread()
    with _alarm(seconds) if on_main and hasattr(signal, "setitimer") else _planted(seconds):
        yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    listening, rang = True, False

    def ring(number: int, frame: FrameType | None) -> None:
        nonlocal rang
        if listening:
            rang = True
            raise TimeLimitReached

    clocks = (
        (signal.ITIMER_PROF, signal.SIGPROF, seconds),
        (signal.ITIMER_REAL, signal.SIGALRM, seconds * WALL),
    )
    before = [signal.signal(number, ring) for _, number, _ in clocks]
    for clock, _, limit in clocks:
        signal.setitimer(clock, limit, _AGAIN)
    try:
        yield
    except Exception as error:
        if rang:  # DuckDB makes an error of its own of what a signal raises while it runs
            raise TimeLimitReached from error
        raise
    finally:
        listening = False
        for (clock, number, _), handler in zip(clocks, before, strict=True):
            signal.setitimer(clock, 0)
            signal.signal(number, handler)


@contextmanager
def _planted(seconds: float) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())

    def plant() -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TimeLimitReached))

    timer = threading.Timer(seconds * WALL, plant)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
