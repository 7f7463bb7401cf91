"""A warm worker seen from outside: start it, have it fork children, end it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.errors import WorkbookError
from grader.sandbox import wire
from grader.sandbox.jail import bubblewrap
from grader.sandbox.jail.places import BOX
from grader.sandbox.process import environment

_START_SECONDS = 60.0
_END_SECONDS = 5.0


class SandboxFailed(WorkbookError):
    """The machinery failed, not the answer: nobody loses a point for it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The sandbox failed: {what}.",
            help="Grade again; if it happens again, is the machine out of memory?",
        )


class WarmWorker:
    """A process that has imported everything, and forks a confined child whenever asked.

    One child at a time. `walled`: inside bubblewrap; `tier` is what a child does beyond that.
    `secret` names folders that must not be seen even where a place of Python's holds them.
    """

    def __init__(self, tier: str, walled: bool, secret: Sequence[Path] = ()) -> None:
        self._tier, self._walled, self._secret = tier, walled, tuple(secret)
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._box: Path | None = None
        self._kept: list[Mapping[str, Any]] = []

    def child(self) -> Line:
        """A line to a new child that will read a job. Raises SandboxFailed."""
        for _ in range(2):  # a worker may have been killed from outside since it was last used
            with contextlib.suppress(OSError, EOFError, ValueError, TimeoutError):
                return self._fork({"child": self._tier}, {"ready": True})
            self.close()
        raise SandboxFailed("a child did not start")

    def probe(self, targets: Mapping[str, Any]) -> dict[str, bool]:
        """What a child could do that it must not. Raises SandboxFailed where none starts."""
        try:
            line = self._fork({"probe": self._tier, "targets": dict(targets)}, None)
            try:
                return dict(line.receive(_START_SECONDS))
            finally:
                line.close()
        except (OSError, EOFError, ValueError, TimeoutError, TypeError) as error:
            raise SandboxFailed(str(error) or "no answer from a child") from error

    def keep(self, message: Mapping[str, Any]) -> None:
        """Hand over inputs, by number, that children will then have in memory."""
        self._kept.append(message)
        if self._process:
            with contextlib.suppress(OSError):  # it is gone: the next one will be told
                self._say(message)

    def close(self) -> None:
        """End the worker and whatever runs in it."""
        if self._control:
            self._control.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        if self._box:
            shutil.rmtree(self._box, ignore_errors=True)
        self._process = self._control = self._box = None

    def _fork(self, message: dict[str, Any], greeting: Any) -> Line:
        self._start()
        assert self._control
        ours, theirs = socket.socketpair()
        with theirs:
            self._say(message, theirs.fileno())
        line = Line(ours, self)
        if greeting is not None and line.receive(_START_SECONDS) != greeting:
            raise ValueError("an odd greeting")
        return line

    def end_child(self) -> None:
        """End the child that runs, and the worker with it should it not answer."""
        try:
            self._say({"kill": True})
            self._hear(_END_SECONDS)
        except (OSError, EOFError, ValueError, TimeoutError):
            self.close()

    def _start(self) -> None:
        if self._process and self._process.poll() is None:
            return
        self.close()
        ours, theirs = socket.socketpair()
        self._control = ours
        box = BOX if self._walled else self._own_box()
        command = [sys.executable, "-P", "-s", "-m", "grader.sandbox.jail.zygote"]
        command += [str(theirs.fileno()), str(box)]
        if self._walled:
            command = bubblewrap.wrapped(command, self._secret)
        with theirs:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("WORKBOOK_SANDBOX_DEBUG") else subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=environment(str(box)),
                cwd="/",
            )
        if self._hear(_START_SECONDS) != {"ready": True}:
            raise ValueError("an odd greeting")
        for message in self._kept:
            self._say(message)

    def _own_box(self) -> Path:
        self._box = Path(tempfile.mkdtemp(prefix="workbook-box-"))
        self._box.chmod(0o777 if os.geteuid() == 0 else 0o700)  # the worker may give up root
        return self._box

    def _say(self, message: Any, descriptor: int | None = None) -> None:
        assert self._control
        body = json.dumps(message).encode("ascii")
        self._control.settimeout(_START_SECONDS)
        head = len(body).to_bytes(8, "big")
        socket.send_fds(self._control, [head], [] if descriptor is None else [descriptor])
        self._control.sendall(body)

    def _hear(self, seconds: float) -> Any:
        assert self._control
        return json.loads(_frame(self._control, seconds))


class Line:
    """The line to one child: frames of JSON with a cap, and a deadline for each."""

    def __init__(self, line: socket.socket, worker: WarmWorker) -> None:
        self._line, self._worker = line, worker

    def send(self, message: Any) -> None:
        self._line.settimeout(_START_SECONDS)
        body = json.dumps(message).encode("ascii")
        self._line.sendall(len(body).to_bytes(8, "big") + body)

    def receive(self, seconds: float) -> Any:
        return wire.parsed(_frame(self._line, seconds))

    def close(self) -> bool:
        said_more = False
        with contextlib.suppress(OSError):
            self._line.setblocking(False)
            said_more = bool(self._line.recv(1))
        self._line.close()
        self._worker.end_child()
        return not said_more


def _frame(line: socket.socket, seconds: float) -> bytes:
    """One frame. Raises TimeoutError after `seconds` in all, EOFError, ValueError beyond the cap."""
    deadline = time.monotonic() + seconds

    def read(count: int) -> bytes:
        parts = bytearray()
        while len(parts) < count:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            line.settimeout(left)
            part = line.recv(min(count - len(parts), 1 << 20))
            if not part:
                raise EOFError
            parts += part
        return bytes(parts)

    length = int.from_bytes(read(8), "big")
    if length > wire.MAX_REPLY:
        raise ValueError(f"a frame of {length} bytes")
    return read(length)
