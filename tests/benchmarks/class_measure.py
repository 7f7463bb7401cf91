"""What a command and all its processes use: wall clock, CPU time, memory."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

_PR_SET_CHILD_SUBREAPER = 36
_SECONDS_PER_LOOK = 0.25


@dataclass(frozen=True)
class Used:
    """Seconds by the clock, seconds of CPU in all processes; peak PSS in MB by what a process is."""

    wall: float
    cpu: float
    memory: Mapping[str, float] = field(default_factory=dict)
    said: str = ""


def run(
    *commands: Sequence[str | Path],
    cwd: Path,
    environment: Mapping[str, str],
    memory: bool = False,
    allowed: Sequence[int] = (0,),
) -> Used:
    """Run commands side by side. Raises RuntimeError with the end of what one said when it fails."""
    _adopt_orphans()
    before, started = _cpu(), time.perf_counter()
    processes = [
        subprocess.Popen(
            list(map(str, command)),
            cwd=cwd,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for command in commands
    ]
    with _Watch(processes[0].pid) if memory else contextlib.nullcontext(_NOTHING) as peaks:
        said = [process.communicate() for process in processes]
    wall = time.perf_counter() - started
    for process, (out, err) in zip(processes, said, strict=True):
        if process.returncode not in allowed:
            raise RuntimeError(f"{process.args}: {(err or out)[-2000:]}")
    return Used(wall, _cpu() - before, dict(peaks), "".join(out for out, _ in said))


_NOTHING: Mapping[str, float] = {}


def _adopt_orphans() -> None:
    """Whose parent was killed becomes our child, or its CPU time would be lost: sandboxes end so."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _cpu() -> float:
    """CPU seconds of all children that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """Looks at the memory of a tree of processes again and again; gives the peaks by role.

    PSS: what processes share is divided among them, so that sums mean something.
    """

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self._peaks: dict[str, float] = defaultdict(float)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Mapping[str, float]:
        self._thread.start()
        return self._peaks

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_SECONDS_PER_LOOK):
            with contextlib.suppress(psutil.Error):
                for process in [self._root, *self._root.children(recursive=True)]:
                    with contextlib.suppress(psutil.Error):
                        self._note(process)

    def _note(self, process: psutil.Process) -> None:
        role = _role(process)
        megabytes = process.memory_full_info().pss / 1e6
        self._peaks[role] = max(self._peaks[role], megabytes)


def _role(process: psutil.Process) -> str:
    line = process.cmdline()
    if "grader.sandbox.jail.zygote" in line and line[0] != "bwrap":
        parent = process.parent()
        own = bool(parent) and parent.cmdline() == line
        return "child that runs a notebook" if own else "sandbox worker"
    if line and line[0] == "bwrap":
        return "bwrap"
    if any("spawn_main" in word for word in line):
        return "judge"
    return "command" if "grade" in line else "other"
