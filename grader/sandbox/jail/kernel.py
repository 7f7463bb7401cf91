"""System calls for which Python has no function, made through the C library. Linux only."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from typing import Any

_PR_SET_NO_NEW_PRIVS = 38


def system_call(number: int, *arguments: int | bytes | ctypes.Array[Any] | None) -> int:
    """Make a system call by its number; bytes and arrays go as pointers. Raises OSError."""
    passed = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return _checked(_c_library().syscall(ctypes.c_long(number), *passed))


def forbid_new_privileges() -> None:
    """No program this process starts can gain privileges; the kernel asks for it. Raises OSError."""
    _checked(_c_library().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))


@cache
def _c_library() -> ctypes.CDLL:
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, f"no system calls of Linux on {sys.platform}")
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return library


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
