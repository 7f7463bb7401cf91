"""Try to break out: what a tier is worth is measured on the machine, not believed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any


def attempts(targets: dict[str, Any]) -> dict[str, bool]:
    """Which of the forbidden things succeeded, run in a confined child; and whether work works.

    `targets`: `file` that must not be read, `folder` that must not be written to, `port` on the
    loopback that must not be reached, `pid` of a process that must not be signalled.
    """
    tries: dict[str, Callable[[], Any]] = {
        "reads files": lambda: Path(targets["file"]).read_text(),
        "writes files": lambda: Path(targets["folder"], "written").write_text("x"),
        "uses the network": lambda: socket.create_connection(("127.0.0.1", targets["port"]), 1),
        "signals others": lambda: _signal(targets["pid"]),
        "starts processes": _start_process,
        "works": _work,
    }
    return {name: _succeeds(attempt) for name, attempt in tries.items()}


def _succeeds(attempt: Callable[[], Any]) -> bool:
    with contextlib.suppress(Exception):
        attempt()
        return True
    return False


def _signal(pid: int) -> None:
    if pid == os.getpid():  # in a namespace of its own, the same number is somebody else
        raise ProcessLookupError
    os.kill(pid, 0)


def _start_process() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    with contextlib.suppress(OSError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _work() -> None:
    """An honest answer's needs: a scratch file, a thread, a DuckDB, a lazy import."""
    import decimal  # noqa: F401

    import duckdb
    import pandas as pd

    Path("scratch").write_text("x")
    Path("scratch").unlink()
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    with duckdb.connect(config={"threads": 1}) as connection:
        assert connection.execute("SELECT 42").fetchall() == [(42,)]
    assert pd.DataFrame({"a": [1, 1]}).groupby("a").size().tolist() == [2]
