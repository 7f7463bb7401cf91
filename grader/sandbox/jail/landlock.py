"""Leave a process no files but those named, no TCP, and no one outside to send signals to.

Landlock needs no privileges and no namespaces. It does not look at chmod, chown, utime, setxattr,
stat, flock or UDP: seccomp.py refuses those of them that do harm.
"""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Sequence
from pathlib import Path

from grader.sandbox.jail.kernel import forbid_new_privileges, system_call

# The same numbers on every machine.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_FOR_ABI, _PATH_BENEATH, _LOG_NOTHING = 1, 1, 1

# Rights to files: <linux/landlock.h>.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE = 1 << 4, 1 << 5
_MAKE_CHAR, _MAKE_DIR, _MAKE_REG, _MAKE_SOCK = 1 << 6, 1 << 7, 1 << 8, 1 << 9
_MAKE_FIFO, _MAKE_BLOCK, _MAKE_SYM = 1 << 10, 1 << 11, 1 << 12
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15

_READ = _READ_FILE | _READ_DIR  # not execute: a shared library is only read
_WRITE = _WRITE_FILE | _TRUNCATE | _REMOVE_DIR | _REMOVE_FILE | _REFER
_WRITE |= _MAKE_DIR | _MAKE_REG | _MAKE_SYM  # not devices, sockets and pipes
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV

_ALL_OF_ABI_1 = (1 << 13) - 1
_TCP_BIND_AND_CONNECT = 0b11
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11
_NEWEST = 7
"""The newest ABI whose additions are made use of."""


def abi() -> int:
    """The version of Landlock that this kernel offers; 0 where there is none."""
    try:
        return system_call(_CREATE_RULESET, None, 0, _ASK_FOR_ABI)
    except OSError:
        return 0


def restrict(readable: Sequence[Path], writable: Sequence[Path]) -> int:
    """Confine this thread, and those it will start, to these files and folders, with all in them.

    What can be written to can be read. Descriptors that are open stay as they are; paths that do
    not exist are skipped. Returns the version of Landlock used; raises OSError where it cannot be.
    """
    version = min(abi(), _NEWEST)
    files = _ALL_OF_ABI_1
    files |= _REFER if version >= 2 else 0
    files |= _TRUNCATE if version >= 3 else 0
    files |= _IOCTL_DEV if version >= 5 else 0
    network = _TCP_BIND_AND_CONNECT if version >= 4 else 0
    scopes = _ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0
    handled = struct.pack("=QQQ", files, network, scopes)
    ruleset = system_call(_CREATE_RULESET, handled, len(handled), 0)
    try:
        for path in readable:
            _allow(ruleset, path, _READ & files)
        for path in writable:
            _allow(ruleset, path, (_READ | _WRITE) & files)
        forbid_new_privileges()
        # An answer that is refused over and over must not fill the machine's log.
        system_call(_RESTRICT_SELF, ruleset, _LOG_NOTHING if version >= 7 else 0)
    finally:
        os.close(ruleset)
    return version


def _allow(ruleset: int, path: Path, rights: int) -> None:
    """Grant rights to what is at a path, as far as they exist for it."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= _OF_A_FILE
        system_call(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", rights, descriptor), 0)
    finally:
        os.close(descriptor)
