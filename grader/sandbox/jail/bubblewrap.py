"""The outer wall: bubblewrap runs a worker in a small file system, with no network and no others.

bubblewrap: https://github.com/containers/bubblewrap, the sandbox that Flatpak uses.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from grader.sandbox.jail.places import BOX, SYSTEM, hidden_places, python_places

BOX_BYTES = 64 * 1024**2


def available() -> bool:
    return shutil.which("bwrap") is not None


def wrapped(command: Sequence[str], secret: tuple[Path, ...]) -> list[str]:
    """The command line that runs `command` inside. Folders in `secret` are empty in there.

    Inherited descriptors stay open. As root no user namespace is made: the worker itself gives up
    root, for a user that owns nothing, so that the limits on users hold for it too.
    """
    walls = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    walls += ["--unshare-cgroup-try", "--die-with-parent", "--new-session"]
    if os.geteuid() == 0:
        walls += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        walls += ["--unshare-user"]
    return ["bwrap", *walls, *_file_system(secret), "--chdir", str(BOX), "--", *command]


def _file_system(secret: tuple[Path, ...]) -> list[str]:
    parts: list[str] = ["--perms", "0755", "--dir", "/etc"]
    for path in SYSTEM:
        if path.is_symlink() and path.parent == Path("/"):  # /lib -> usr/lib
            parts += ["--symlink", str(path.readlink()), str(path)]
        elif path.exists():
            parts += ["--ro-bind", str(path), str(path)]
    parts += ["--proc", "/proc", "--dev", "/dev"]
    parts += ["--perms", "1777", "--size", str(BOX_BYTES), "--tmpfs", str(BOX)]
    parts += ["--size", "65536", "--tmpfs", "/tmp"]  # before Python, which may lie below it
    for path in (part for place in python_places() for part in _open_parts(place)):
        for parent in reversed(path.parents[:-1]):  # bubblewrap would make them for root only
            parts += ["--perms", "0755", "--dir", str(parent)]
        parts += ["--ro-bind", str(path), str(path)]
    for path in hidden_places(secret):
        parts += ["--size", "4096", "--tmpfs", str(path), "--remount-ro", str(path)]
    return [*parts, "--remount-ro", "/tmp", "--remount-ro", "/dev", "--remount-ro", "/"]


def _open_parts(folder: Path) -> list[Path]:
    """The folder, or what is in it where only its owner, whom the worker may cease to be, may enter."""
    return [folder] if folder.stat().st_mode & 0o005 == 0o005 else sorted(folder.iterdir())
