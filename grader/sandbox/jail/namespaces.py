"""A world of its own for one child: process ids, mounts, network, IPC, made without privileges.

Through the C library, since Python has os.unshare only from 3.12 on, and no mount.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

from grader.sandbox.jail.bubblewrap import BOX_BYTES
from grader.sandbox.jail.places import BOX

_NEWNS, _NEWUTS, _NEWIPC = 0x00020000, 0x04000000, 0x08000000
_NEWUSER, _NEWPID, _NEWNET = 0x10000000, 0x20000000, 0x40000000
_RDONLY, _NOSUID, _NODEV, _NOEXEC = 1, 2, 4, 8
_COVERED = ("/proc", "/dev/shm", "/dev/mqueue")  # not /tmp: Python itself may lie below it

_libc = ctypes.CDLL(None, use_errno=True)


def unshare() -> None:
    """Leave all namespaces of the parent; the next child forked is process 1. Raises OSError."""
    uid, gid = os.geteuid(), os.getegid()
    flags = _NEWUSER | _NEWNS | _NEWPID | _NEWNET | _NEWIPC | _NEWUTS
    _check(_libc.unshare(flags), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")


def furnish() -> None:
    """Give this namespace an empty, small, writable BOX, and cover what it has no use for."""
    _tmpfs(str(BOX), f"size={BOX_BYTES},nr_inodes=4096,mode=0700", 0)
    for path in _COVERED:
        # Parts of the worker's /proc are masked, so that a fresh one may not be mounted here.
        if Path(path).is_dir():
            _tmpfs(path, "size=4096,nr_inodes=2,mode=0555", _RDONLY)


def _tmpfs(target: str, options: str, flags: int) -> None:
    flags |= _NOSUID | _NODEV | _NOEXEC
    done = _libc.mount(b"tmpfs", target.encode(), b"tmpfs", ctypes.c_ulong(flags), options.encode())
    _check(done, f"mount {target}")


def _check(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def drop_capabilities() -> None:
    """Give up every capability, for good: those that `unshare` gave over its own namespaces."""
    for number in range(64):
        _libc.prctl(_CAPBSET_DROP, number, 0, 0, 0)  # fails beyond the last one this kernel knows
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    _check(_libc.capset(header, nothing), "capset")


_CAPBSET_DROP = 24
_CAPABILITY_VERSION_3 = 0x20080522
