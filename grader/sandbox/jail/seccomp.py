"""Refuse, for the rest of this process's life, the system calls that no answer needs.

The kernel runs a small program, the filter, before each system call and does as it says. It is
written in classic BPF: instructions (code, jump if true, jump if false, constant) on one register.
Both jumps are counted from the next instruction on and at most 255, so that blocks stay short.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterable

from grader.sandbox.jail.kernel import forbid_new_privileges, system_call
from grader.sandbox.jail.syscalls import LAST, MACHINES, REFUSED, WATCHED, X86_64, Machine

Instruction = tuple[int, int, int, int]
Block = list[Instruction]

# Codes of instructions: <linux/bpf_common.h>. Results and places of data: <linux/seccomp.h>.
LOAD, RETURN = 0x20, 0x06
EQUAL, GREATER, AT_LEAST, ANY_BIT = 0x15, 0x25, 0x35, 0x45
KILL_PROCESS, ERRNO, ALLOW = 0x8000_0000, 0x0005_0000, 0x7FFF_0000
_NUMBER, _MACHINE = 0, 4

_X32 = 0x4000_0000  # a second set of numbers for the same calls, on x86-64
_SET_MODE_FILTER, _ALL_THREADS = 1, 1

_CLONE_THREAD = 0x0001_0000
_CLONE_NEW = 0x7E02_0000  # a new namespace of any kind

# Have the kernel send another process a signal, SIGKILL if one likes, when a descriptor has input
# (SETOWN, SETSIG, SETOWN_EX); make others wait for a file (SETLEASE); have a pipe hold a mebibyte
# that no limit counts (SETPIPE_SZ).
_FCNTL = (8, 10, 15, 1024, 1031)
# Type into a terminal (TIOCSTI, TIOCLINUX), take one over (TIOCSCTTY, TIOCCONS, TIOCSETD), name
# whom the kernel signals (FIOSETOWN, SIOCSPGRP), make files that cannot be deleted (FS_IOC_SETFLAGS,
# FS_IOC_FSSETXATTR).
_IOCTL = (0x5412, 0x541C, 0x540E, 0x541D, 0x5423, 0x8901, 0x8902, 0x4008_6602, 0x401C_5820)
# Outlive the worker (PDEATHSIG), add filters (SECCOMP), forge what /proc says (MM), keep others off
# a core (SCHED_CORE).
_PRCTL = (1, 22, 35, 62)


def refuse_syscalls() -> None:
    """Install the filter, for all threads of this process. Raises OSError where it cannot be.

    Afterwards nothing of the kind can be installed: limits and Landlock come first. Call it in the
    process to be confined, as the filter lets signals through to the id that process has now.
    """
    machine = MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 2**32:
        raise OSError(errno.ENOSYS, f"no list of system calls for {platform.machine()}")
    install(machine, program(machine, os.getpid()))


def install(machine: Machine, instructions: Block) -> None:
    """Give a filter to the kernel. Raises OSError."""
    code = b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)
    buffer = ctypes.create_string_buffer(code, len(code))
    pointer = struct.pack("@HP", len(instructions), ctypes.addressof(buffer))
    forbid_new_privileges()
    seccomp = machine.numbers(REFUSED)["seccomp"]
    if system_call(seccomp, _SET_MODE_FILTER, _ALL_THREADS, pointer):
        raise OSError(errno.EBUSY, "a thread has a filter of its own")


def program(machine: Machine, pid: int) -> Block:
    """The filter for process `pid` on a machine."""
    watched, refused = machine.numbers(WATCHED), machine.numbers(REFUSED)
    return [
        _load(_MACHINE),
        *_unless(EQUAL, machine.audit, [_return(KILL_PROCESS)]),
        _load(_NUMBER),
        *(_when(AT_LEAST, _X32, [_return(KILL_PROCESS)]) if machine is X86_64 else []),
        *_when(GREATER, LAST, [_fail(errno.ENOSYS)]),
        *_each((watched[name], block) for name, block in _rules(pid).items()),
        *_each((number, [_fail(errno.EPERM)]) for number in refused.values()),
        _return(ALLOW),
    ]


def _rules(pid: int) -> dict[str, Block]:
    """What to do about calls that depend on their arguments; each block returns."""
    refuse, allow = _fail(errno.EPERM), _return(ALLOW)
    # abort() and a library's own threads send signals within the process, and only there.
    to_itself = [_argument(0), *_when(EQUAL, pid, [allow]), refuse]
    return {
        # The C library falls back to clone, whose flags are not behind a pointer.
        "clone3": [_fail(errno.ENOSYS)],
        "clone": [
            _argument(0),
            *_when(ANY_BIT, _CLONE_NEW, [refuse]),
            *_unless(ANY_BIT, _CLONE_THREAD, [refuse]),
            allow,
        ],
        "kill": to_itself,
        "tkill": to_itself,
        "tgkill": to_itself,
        "rt_sigqueueinfo": to_itself,
        "rt_tgsigqueueinfo": to_itself,
        # Only ask, and only about this process: the pointer to new limits is null.
        "prlimit64": [
            _argument(0),
            *_unless(EQUAL, 0, [refuse]),
            _argument(2),
            *_unless(EQUAL, 0, [refuse]),
            _argument(2, high=True),
            *_unless(EQUAL, 0, [refuse]),
            allow,
        ],
        "prctl": [_argument(0), *_each((option, [refuse]) for option in _PRCTL), allow],
        "fcntl": [_argument(1), *_each((command, [refuse]) for command in _FCNTL), allow],
        "ioctl": [_argument(1), *_each((request, [refuse]) for request in _IOCTL), allow],
    }


def _load(offset: int) -> Instruction:
    return (LOAD, 0, 0, offset)


def _argument(index: int, high: bool = False) -> Instruction:
    """Load half an argument. The kernel itself looks at no more than the low one, but of pointers."""
    return _load(16 + 8 * index + 4 * high)


def _return(result: int) -> Instruction:
    return (RETURN, 0, 0, result)


def _fail(error: int) -> Instruction:
    return _return(ERRNO | error)


def _when(test: int, value: int, block: Block) -> Block:
    """Run the block if the test holds for the register, else skip it."""
    return [(test, 0, len(block), value), *block]


def _unless(test: int, value: int, block: Block) -> Block:
    return [(test, len(block), 0, value), *block]


def _each(cases: Iterable[tuple[int, Block]]) -> Block:
    """For each (value, block): run the block, which returns, if the register equals the value."""
    return [instruction for value, block in cases for instruction in _when(EQUAL, value, block)]
