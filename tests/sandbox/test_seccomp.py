"""What the system calls of confined code come to: for real here, and simulated for each machine."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import importlib
import mmap
import os
import platform
import re
import resource
import signal
import socket
import subprocess
import sys
import termios
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from children import Ended, ended, value_of

from grader.sandbox.limits import TimeLimitReached, time_limit

if sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"):
    pytest.skip("the filter is for Linux on x86-64 and aarch64", allow_module_level=True)

from grader.sandbox.jail import landlock
from grader.sandbox.jail.kernel import system_call
from grader.sandbox.jail.seccomp import (
    ALLOW,
    ANY_BIT,
    AT_LEAST,
    EQUAL,
    ERRNO,
    GREATER,
    KILL_PROCESS,
    LOAD,
    RETURN,
    install,
    program,
    refuse_syscalls,
)
from grader.sandbox.jail.syscalls import AARCH64, LAST, MACHINES, REFUSED, WATCHED, X86_64

HERE = MACHINES[platform.machine()]
ELSEWHERE = AARCH64 if HERE is X86_64 else X86_64


def locked(task) -> Ended:
    """Run a task in a child that has refused system calls."""

    def lock_and_run():
        refuse_syscalls()
        return task()

    return ended(lock_and_run)


# For real: what is refused.

REFUSALS = {
    "fork": os.fork,
    "fork by another name": os.forkpty,
    "start a program": lambda: subprocess.run(["true"]),
    "become a program": lambda: os.execv("/bin/true", ["true"]),
    "spawn a program": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "open a socket": socket.socket,
    "open a pair of sockets": socket.socketpair,
    "signal process 1": lambda: os.kill(1, 0),
    "signal the parent": lambda: os.kill(os.getppid(), 0),
    "signal the own group": lambda: os.kill(0, 0),
    "signal everybody": lambda: os.kill(-1, 0),
    "hold the parent": lambda: os.pidfd_open(os.getppid()),
    "limit the parent": lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU),
    "leave the session": os.setsid,
    "hold memory as a file": lambda: os.memfd_create("hoard"),
    "enlarge a pipe": lambda: fcntl.fcntl(os.pipe()[0], 1031, 1 << 20),
    "have the kernel signal the parent": lambda: fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid()),
    "type into a terminal": lambda: fcntl.ioctl(0, termios.TIOCSTI, b"x"),
    "slow the parent": lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19),
    "pin the parent": lambda: os.sched_setaffinity(os.getppid(), {0}),
    "become another user": lambda: os.setuid(12345),
    "change the root": lambda: os.chroot("/"),
}


@pytest.mark.parametrize("attempt", REFUSALS.values(), ids=REFUSALS)
def test_confined_code_may_not(attempt):
    assert locked(attempt).error == "PermissionError"


def test_every_refused_call_fails_whatever_its_arguments():
    def errors():
        found = {}
        for name, number in HERE.numbers(REFUSED).items():
            try:
                found[name] = system_call(number, -1, -1, -1, -1)
            except OSError as error:
                found[name] = error.errno
        return found

    assert value_of(locked(errors)) == dict.fromkeys(HERE.numbers(REFUSED), errno.EPERM)


def test_limits_can_be_asked_for_but_not_changed():
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)

    def change():
        assert resource.getrlimit(resource.RLIMIT_CPU) == (soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (1000, hard))

    assert locked(change).error == "ValueError"  # what Python makes of EPERM here


def test_a_shell_does_not_start():
    assert value_of(locked(lambda: os.system("true"))) != 0


def test_a_call_younger_than_the_table_does_not_exist():
    def call():
        try:
            system_call(LAST + 1)
        except OSError as error:
            return error.errno

    assert value_of(locked(call)) == errno.ENOSYS


@pytest.mark.parametrize("change", ["mode", "times", "attributes"])
def test_what_landlock_lets_be_done_to_a_hidden_file_is_refused(tmp_path, change):
    hidden, box = tmp_path / "gradebook.db", tmp_path / "box"
    hidden.write_text("grades")
    box.mkdir()
    changes = {
        "mode": lambda: hidden.chmod(0),
        "times": lambda: os.utime(hidden, (0, 0)),
        "attributes": lambda: os.setxattr(hidden, "user.note", b"x"),
    }
    before = hidden.stat()

    def attempt():
        if landlock.abi():
            landlock.restrict([], [box])
        refuse_syscalls()
        changes[change]()

    assert ended(attempt).error == "PermissionError"
    assert (hidden.stat().st_mode, hidden.stat().st_mtime) == (before.st_mode, before.st_mtime)


def test_threads_that_run_already_are_locked_too():
    def task():
        go, found = threading.Event(), []

        def wait_and_try():
            go.wait()
            try:
                socket.socket()
            except PermissionError:
                found.append("refused")

        thread = threading.Thread(target=wait_and_try)
        thread.start()
        refuse_syscalls()
        go.set()
        thread.join()
        return found

    assert value_of(ended(task)) == ["refused"]


# For real: what ends the process at once.


def test_a_filter_for_another_machine_ends_the_process():
    """The kernel takes the filter of the machine we do not run on, which then knows us for strangers."""
    end = ended(lambda: install(HERE, program(ELSEWHERE, os.getpid())))
    assert end.signal == signal.SIGSYS


@pytest.mark.skipif(HERE is not X86_64, reason="x32 is a thing of x86-64")
def test_the_second_numbers_of_x86_64_end_the_process():
    assert locked(lambda: system_call(0x4000_0000 + 39)).signal == signal.SIGSYS


@pytest.mark.skipif(HERE is not X86_64, reason="int 0x80 is a thing of x86-64")
def test_a_32_bit_call_ends_the_process():
    def call():
        code = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"  # mov eax, 20 (getpid); int 0x80; ret
        page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        page.write(code)
        address = ctypes.addressof(ctypes.c_char.from_buffer(page))
        return ctypes.CFUNCTYPE(ctypes.c_int)(address)()

    if ended(call).signal == signal.SIGSEGV:
        pytest.skip("this kernel has no 32-bit calls")
    assert locked(call).signal == signal.SIGSYS


# For real: what honest answers need.


def test_threads_work():
    def work():
        with ThreadPoolExecutor(4) as pool:
            return sum(pool.map(len, ["a", "bb", "ccc"]))

    assert value_of(locked(work)) == 6


def test_a_signal_to_itself_arrives():
    def work():
        arrived = []
        signal.signal(signal.SIGUSR1, lambda number, frame: arrived.append(number))
        os.kill(os.getpid(), signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR1)
        signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
        return len(arrived)

    assert value_of(locked(work)) == 3


def test_abort_ends_it_by_its_signal():
    assert locked(os.abort).signal == signal.SIGABRT


def test_a_time_limit_rings():
    def work():
        try:
            with time_limit(0.1):
                while True:
                    pass
        except TimeLimitReached:
            return "rang"

    assert value_of(locked(work)) == "rang"


def test_a_socket_opened_before_still_speaks():
    ours, theirs = socket.socketpair()

    def work():
        theirs.sendall(b"data")
        return theirs.recv(4).decode()

    ours.sendall(b"more")
    assert value_of(locked(work)) == "more"
    assert ours.recv(4) == b"data"


def test_files_can_be_written_renamed_and_deleted(tmp_path):
    def work():
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        (scratch / "a").write_text("x")
        (scratch / "a").rename(scratch / "b")
        text = (scratch / "b").read_text()
        (scratch / "b").unlink()
        scratch.rmdir()
        return text

    assert value_of(locked(work)) == "x"


def test_an_extension_can_be_imported():
    names = ["_lsprof", "_sqlite3", "_dbm", "_curses", "audioop", "_xxsubinterpreters"]
    absent = [n for n in names if n not in sys.modules and importlib.util.find_spec(n)]
    assert absent, "all are imported here; name another"
    assert value_of(locked(lambda: importlib.import_module(absent[0]).__name__)) == absent[0]


def test_duckdb_works_with_its_threads():
    import duckdb

    def work():
        with duckdb.connect(config={"threads": 4}) as connection:
            return connection.execute(
                "SELECT count(*), sum(n) FROM (SELECT range % 7 AS n FROM range(1000000)) WHERE n > 3"
            ).fetchall()

    assert value_of(locked(work)) == [[428571, 2142855]]


def test_pandas_and_pyarrow_work():
    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc

    def work():
        frame = pd.DataFrame({"k": ["a", "b", "a"], "n": [1, 2, 3]})
        table = pa.Table.from_pandas(frame)
        total = pc.sum(pa.chunked_array([range(100_000)] * 8)).as_py()
        return [frame.groupby("k")["n"].sum().tolist(), table.num_rows, total]

    assert value_of(locked(work)) == [[4, 2], 3, 8 * 4999950000]


def test_polars_works():
    """In a new interpreter: its threads do not survive a fork, and other tests may have used it."""
    pytest.importorskip("polars")
    work = """if True:
        import polars
        from grader.sandbox.jail.seccomp import refuse_syscalls
        refuse_syscalls()
        frame = polars.DataFrame({"k": ["a", "b", "a"], "n": [1, 2, 3]})
        print(frame.lazy().group_by("k").agg(polars.col("n").sum()).sort("k").collect().rows())
    """
    done = subprocess.run([sys.executable, "-c", work], capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("[('a', 4), ('b', 2)]", "")


@pytest.mark.filterwarnings("ignore:.*joblib will operate in serial mode")
def test_scikit_learn_works_even_when_imported_late():
    if not importlib.util.find_spec("sklearn"):
        pytest.skip("scikit-learn is not installed")

    def work():
        import numpy as np
        from sklearn.ensemble import RandomForestClassifier

        x = np.arange(40.0).reshape(-1, 1)
        forest = RandomForestClassifier(5, n_jobs=2, random_state=0).fit(x, x[:, 0] > 20)
        return forest.predict([[0.0], [39.0]]).tolist()

    assert value_of(locked(work)) == [False, True]


def test_matplotlib_draws(tmp_path):
    matplotlib = pytest.importorskip("matplotlib")

    def work():
        matplotlib.use("agg")
        import matplotlib.pyplot as plt

        plt.plot([1, 2, 3])
        plt.savefig(tmp_path / "figure.png")
        return (tmp_path / "figure.png").read_bytes()[1:4].decode()

    assert value_of(locked(work)) == "PNG"


def test_the_filter_takes_a_few_milliseconds():
    def work():
        start = time.perf_counter()
        refuse_syscalls()
        return 1000 * (time.perf_counter() - start)

    milliseconds = min(value_of(ended(work)) for _ in range(5))
    print(f"installing the filter: {milliseconds:.2f} ms")
    assert milliseconds < 20


# Simulated: the same program as the kernel would run it, on each machine.

PID = 4242
EPERM, ENOSYS = ERRNO | errno.EPERM, ERRNO | errno.ENOSYS
BOTH = pytest.mark.parametrize("machine", [X86_64, AARCH64], ids=["x86-64", "aarch64"])


def action(machine, number: int, *arguments: int, audit: int | None = None) -> int:
    """What the filter answers to a call: an interpreter of the instructions it is made of."""
    data = number.to_bytes(4, "little") + (audit or machine.audit).to_bytes(4, "little") + bytes(8)
    data += b"".join((a % 2**64).to_bytes(8, "little") for a in (*arguments, *[0] * 6)[:6])
    tests = {
        EQUAL: lambda k: register == k,
        GREATER: lambda k: register > k,
        AT_LEAST: lambda k: register >= k,
        ANY_BIT: lambda k: register & k != 0,
    }
    instructions, register, at = program(machine, PID), 0, 0
    while True:
        code, if_true, if_false, constant = instructions[at]
        at += 1
        if code == RETURN:
            return constant
        if code == LOAD:
            register = int.from_bytes(data[constant : constant + 4], "little")
        else:
            at += if_true if tests[code](constant) else if_false


@BOTH
def test_jumps_are_short_and_stay_inside(machine):
    instructions = program(machine, PID)
    for at, (code, if_true, if_false, _) in enumerate(instructions):
        assert max(if_true, if_false) <= 255
        assert code in (LOAD, RETURN) or at + 1 + max(if_true, if_false) < len(instructions)
    assert instructions[-1][0] == RETURN
    assert len(instructions) <= 4096  # the kernel takes no more


@BOTH
def test_each_number_gets_what_the_table_says(machine):
    refused, watched = machine.numbers(REFUSED).values(), machine.numbers(WATCHED).values()
    for number in range(LAST + 1):
        if number not in watched:
            assert action(machine, number) == (EPERM if number in refused else ALLOW), number


@BOTH
def test_a_number_beyond_the_table_does_not_exist(machine):
    assert {action(machine, n) for n in (LAST + 1, 512, 1000, 0x3FFF_FFFF)} == {ENOSYS}


@BOTH
def test_a_call_of_another_machine_kills(machine):
    i386, arm, other = 0x4000_0003, 0x4000_0028, ({X86_64, AARCH64} - {machine}).pop().audit
    assert {action(machine, 0, audit=a) for a in (i386, arm, other)} == {KILL_PROCESS}


def test_the_second_numbers_of_x86_64_kill():
    assert {action(X86_64, n) for n in (0x4000_0000, 0x4000_0029, 0xFFFF_FFFF)} == {KILL_PROCESS}


@BOTH
def test_only_a_thread_can_be_cloned(machine):
    clone = machine.numbers(WATCHED)["clone"]
    pthread, fork, vfork, new_user = 0x003D_0F00, 0x0120_0011, 0x4111, 0x1000_0000
    assert action(machine, clone, pthread) == ALLOW
    assert {action(machine, clone, f) for f in (fork, vfork, new_user, 0)} == {EPERM}
    assert action(machine, clone, pthread | new_user) == EPERM
    assert action(machine, machine.numbers(WATCHED)["clone3"]) == ENOSYS


@BOTH
@pytest.mark.parametrize(
    "name", ["kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"]
)
def test_signals_go_to_the_own_process_only(machine, name):
    number = machine.numbers(WATCHED)[name]
    assert action(machine, number, PID, PID, 9) == ALLOW
    assert {action(machine, number, pid, PID, 9) for pid in (1, 0, -1, -PID, PID + 1)} == {EPERM}


@BOTH
def test_limits_are_only_read_and_only_the_own(machine):
    number, pointer, high = machine.numbers(WATCHED)["prlimit64"], 0x7F00_0000_1000, 1 << 32
    assert action(machine, number, 0, 7, 0, pointer) == ALLOW
    assert action(machine, number, 0, 7, pointer, 0) == EPERM
    assert action(machine, number, 0, 7, high, 0) == EPERM
    assert action(machine, number, PID + 1, 7, 0, pointer) == EPERM


@BOTH
@pytest.mark.parametrize(
    ("name", "place", "refused", "allowed"),
    [
        ("fcntl", 1, [8, 10, 15, 1024, 1031], [1, 2, 3, 4, 6, 9, 1030, 1032]),
        (
            "ioctl",
            1,
            [0x5412, 0x541C, 0x8901, 0x4008_6602, (1 << 32) + 0x5412],
            [0x5401, 0x5413, 0x541B],
        ),
        ("prctl", 0, [1, 22, 35, 62], [15, 38, 4, 0x53564D41]),
    ],
)
def test_some_requests_are_refused(machine, name, place, refused, allowed):
    def results(values):
        number = machine.numbers(WATCHED)[name]
        return {action(machine, number, *[0] * place, value) for value in values}

    assert (results(refused), results(allowed)) == ({EPERM}, {ALLOW})


# The table against the kernel's own headers.

HEADERS = {
    "x86-64": (X86_64, ["x86_64-linux-gnu/asm/unistd_64.h", "asm/unistd_64.h"]),
    "aarch64": (AARCH64, ["asm-generic/unistd.h"]),
}


@pytest.mark.parametrize(("machine", "names"), HEADERS.values(), ids=HEADERS)
def test_the_numbers_are_those_of_the_kernel(machine, names):
    paths = [path for name in names if (path := Path("/usr/include", name)).exists()]
    if not paths:
        pytest.skip("the kernel's headers (linux-libc-dev) are not installed")
    found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\b", paths[0].read_text())
    theirs = {name: int(number) for name, number in found}
    newest = max(number for name, number in theirs.items() if name != "syscalls")
    ours = machine.numbers(REFUSED | WATCHED)
    known = {name: number for name, number in ours.items() if number <= newest}
    assert known == {name: theirs.get(name) for name in known}
    assert not [name for name in REFUSED if name not in ours and name in theirs]
