"""What a child does to itself between the fork and the first line of a learner's code."""

from __future__ import annotations

import contextlib
import os
import resource
from pathlib import Path

from grader.sandbox.jail import landlock, namespaces, seccomp
from grader.sandbox.jail.bubblewrap import BOX_BYTES
from grader.sandbox.jail.places import DEVICES, OF_THE_KERNEL, SYSTEM, python_places

_LIMITS = {
    resource.RLIMIT_AS: 4 * 1024**3,  # pandas, DuckDB and scikit-learn alone map more than 2 GiB
    resource.RLIMIT_DATA: 3 * 1024**3,
    resource.RLIMIT_CPU: 300,  # seconds
    resource.RLIMIT_FSIZE: BOX_BYTES,
    resource.RLIMIT_NOFILE: 256,
    resource.RLIMIT_NPROC: 64,  # threads; processes are refused
    resource.RLIMIT_MEMLOCK: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_MSGQUEUE: 0,
    resource.RLIMIT_SIGPENDING: 64,  # counted per user, so that timers could starve neighbours
}


def confine(box: Path) -> None:
    """Lock this process down for good; `box` is the one folder it may write to. Raises OSError.

    What the machine lacks of Landlock is skipped here; the tier says whether enough is left.
    """
    os.chdir(box)
    for limit, most in _LIMITS.items():
        _, hard = resource.getrlimit(limit)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
    namespaces.drop_capabilities()
    if landlock.abi():
        readable = [*SYSTEM, *python_places(), *DEVICES, *OF_THE_KERNEL]
        landlock.restrict(readable, [box, Path("/dev/null")])
    seccomp.refuse_syscalls()
