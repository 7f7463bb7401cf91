"""The inside of a warm worker: everything imported, then a fork for every notebook.

The worker is told what to do on a socket by the process that started it, and learner's code never
runs in it. Each message comes with at most one descriptor:

{"keep": {number: inputs}, "tables": specs}
                             inputs that many notebooks will be run on; children find them in memory
{"child": tier}              fork a child that speaks on the descriptor, confined as the tier says
{"probe": tier, ...}         the same, but the child tries to break out and says what it could do

A child's end is answered with {"ended": status}. While it runs, {"kill": true} ends it.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import select
import shutil
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from grader.sandbox import wire, worker
from grader.sandbox.inputs import Prepared
from grader.sandbox.jail import namespaces
from grader.sandbox.jail.confine import confine
from grader.sandbox.jail.places import BOX
from grader.sandbox.jail.probe import attempts

_JOB = 3  # the descriptor a child speaks on
_NOBODY = 2_000_000_000  # a user id that no machine gives away
_PR_SET_DUMPABLE, _PR_SET_PDEATHSIG = 4, 1


def main() -> None:
    """Serve until the socket is closed. Arguments: the socket's descriptor, the box."""
    control = socket.socket(fileno=int(sys.argv[1]))
    box = Path(sys.argv[2])
    _set_limits_of_files()
    _give_up_root()
    _warm_up()
    kept: dict[int, Any] = {}
    _say(control, {"ready": True})
    while True:
        message, descriptor = _hear(control)
        if message is None:
            os._exit(0)
        if "keep" in message:
            specs = wire.tables_from_wire(message["tables"])
            for number, inputs in message["keep"].items():
                kept[int(number)] = Prepared(wire.inputs_from_wire(inputs), specs)
            gc.freeze()  # a child that collects garbage would copy all of it otherwise
        elif "child" in message:
            _child(control, descriptor, message["child"], box, partial(_serve, kept))
        elif "probe" in message:
            task = partial(_probe, message["targets"])
            _child(control, descriptor, message["probe"], box, task)


def _child(
    control: socket.socket, descriptor: int, tier: str, box: Path, task: Callable[[], None]
) -> None:
    """Run `task` in a confined child and wait for its end, or for the word to end it."""
    reading, writing = os.pipe()
    first = os.fork()
    if first == 0:
        try:
            _become_child(descriptor, tier, box, writing, task)
        finally:
            os._exit(70)
    os.close(descriptor)
    os.close(writing)
    # The pid of the child that runs the code. In a namespace of its own it is a grandchild.
    with os.fdopen(reading, "rb") as pipe:
        named = pipe.read(8)
    running = int.from_bytes(named, "big") if len(named) == 8 else first
    status = _wait(control, first, running)
    if tier != "namespaces":
        _empty(box)
    _say(control, {"ended": status})


def _become_child(
    descriptor: int, tier: str, box: Path, writing: int, task: Callable[[], None]
) -> None:
    os.setsid()  # a group of its own for the scheduler, and no terminal
    if tier == "namespaces":
        namespaces.unshare()
        inner = os.fork()
        if inner:
            os.write(writing, inner.to_bytes(8, "big"))
            os.close(writing)
            os.close(descriptor)
            _, status = os.waitpid(inner, 0)
            os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
        namespaces.furnish()
        box = BOX
    _only_descriptor(descriptor)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    confine(box)
    task()


def _only_descriptor(descriptor: int) -> None:
    """Nothing is open but the job's own line, and /dev/null."""
    os.dup2(descriptor, _JOB)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.closerange(_JOB + 1, 256)


def _serve(kept: dict[int, Any]) -> None:
    replies = os.fdopen(os.dup(_JOB), "wb")
    wire.send(replies, {"ready": True})
    worker.serve(os.fdopen(_JOB, "rb"), replies, kept)


def _probe(targets: dict[str, Any]) -> None:
    wire.send(os.fdopen(_JOB, "wb"), attempts(targets))
    os._exit(0)


def _wait(control: socket.socket, first: int, running: int) -> int:
    """Wait until the child is gone; returns its status. What it may have left is killed with it."""
    exited = os.pidfd_open(first)
    try:
        while True:
            ready, _, _ = select.select([control.fileno(), exited], [], [])
            if exited in ready:
                break
            message, _ = _hear(control)
            with contextlib.suppress(ProcessLookupError):
                os.kill(running, signal.SIGKILL)
            if message is None:
                os._exit(0)
    finally:
        os.close(exited)
    _, status = os.waitpid(first, 0)
    return status


def _empty(box: Path) -> None:
    """Remove what the last child left, where all children share one box."""
    for folder, _, _ in os.walk(box):  # from the top, so that closed folders open on the way
        with contextlib.suppress(PermissionError):  # the box itself may be root's
            Path(folder).chmod(0o700)
    for path in box.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _set_limits_of_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))


def _give_up_root() -> None:
    """As root, become a user that owns nothing: limits on a user's processes spare root.

    Not where Python could not be read any more, such as below /root without bubblewrap.
    """
    if os.geteuid() != 0:
        return
    trial = os.fork()
    if trial == 0:
        with contextlib.suppress(OSError):
            _become_nobody()
            files = [Path(os.__file__), Path(__file__), Path(sys.prefix, "pyvenv.cfg")]
            os._exit(0 if all(file.read_bytes() for file in files if file.exists()) else 1)
        os._exit(1)
    if os.waitpid(trial, 0)[1] == 0:
        _become_nobody()


def _become_nobody() -> None:
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    # Else /proc/self belongs to root, and no namespace can be set up through it.
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)


def _warm_up() -> None:
    """Import what answers use, so that no child has to. No DuckDB connection: threads do not fork."""
    import numpy  # noqa: F401
    import pandas  # noqa: F401
    import scipy.stats  # noqa: F401

    with contextlib.suppress(ImportError):
        import polars  # noqa: F401
    gc.collect()
    gc.freeze()


def _hear(control: socket.socket) -> tuple[Any, int]:
    """The next message and its descriptor (-1: none); None when the other end is gone."""
    head, descriptors, _, _ = socket.recv_fds(control, 8, 1)
    if len(head) < 8:
        return None, -1
    length, body = int.from_bytes(head, "big"), bytearray()
    while len(body) < length:
        part = control.recv(min(length - len(body), 1 << 20))
        if not part:
            return None, -1
        body += part
    return json.loads(body), descriptors[0] if descriptors else -1


def _say(control: socket.socket, message: Any) -> None:
    body = json.dumps(message).encode()
    with contextlib.suppress(OSError):
        control.sendall(len(body).to_bytes(8, "big") + body)


if __name__ == "__main__":
    main()
