"""The files that a confined Python needs to see, and no others."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
"""The package `grader`: its code runs in the sandbox; the folders beside it are not shown."""

BOX = Path("/box")
"""The one folder that confined code may write to, where there are namespaces. It starts empty."""

SYSTEM = tuple(
    Path(name)
    for name in (
        "/usr",
        "/bin",
        "/sbin",
        "/lib",
        "/lib32",
        "/lib64",
        "/etc/alternatives",  # where BLAS libraries of Debian point through
        "/etc/ld.so.cache",
        "/etc/localtime",
    )
)
DEVICES = (Path("/dev/null"), Path("/dev/zero"), Path("/dev/urandom"), Path("/dev/random"))
OF_THE_KERNEL = (  # DuckDB asks how much memory there is, and fails where it may not
    Path("/proc/self/cgroup"),
    Path("/proc/meminfo"),
    Path("/sys/fs/cgroup"),
    Path("/sys/devices/system/cpu"),
)


def python_places() -> tuple[Path, ...]:
    """The folders of this interpreter, its environment and our package, as they are named in paths.

    A folder inside another one of the list is left out.
    """
    found = {Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).resolve().parent.parent}
    found |= {Path(path) for path in sysconfig.get_paths().values()}
    found |= {path for path in found for path in (path.resolve(),)}
    found = {path for path in found if path.is_dir() and path != Path(path.anchor)}
    outermost = {path for path in found if not any(path.is_relative_to(o) for o in found - {path})}
    return (*sorted(outermost), PACKAGE)


def hidden_places(secret: tuple[Path, ...]) -> list[Path]:
    """Those of the `secret` folders that lie inside a place that is shown, so must be covered."""
    shown = (*SYSTEM, *python_places())
    return [
        folder
        for path in secret
        for folder in {path, path.resolve()}
        if folder.is_dir() and any(folder.is_relative_to(place) for place in shown)
    ]
