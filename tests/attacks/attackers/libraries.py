"""Attacks through libraries: readers of files, imports, native code, IPython's own commands."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import grader
from attackers.attack import attack, code, in_every_answer
from attackers.files import borrowed

PLANTED = ("start.py", "sitecustomize.py", "usercustomize.py", "evil.pth", "pandas.py")
"""What `programs_for_the_next_start` would leave for the next Python that starts."""


@attack()
def readers_of_pandas_and_numpy():
    """Whoever replaces open() has forgotten pandas, numpy, pyarrow and polars: each of them opens
    files in C, past every hook in Python."""
    return borrowed("""
        import io, mmap, os
        import numpy as np
        import pandas as pd
        import pyarrow as pa
        import pyarrow.csv
        import pyarrow.dataset
        for place in (WORKBOOK, CHECKOUT):
            folder = f"{place}/solutions/top_k_words"
            for name in ("tokenize", "top_k_words", "merge_top_k"):
                path = f"{folder}/{name}/solution.py"
                options = pa.csv.ParseOptions(delimiter="\\x01", quote_char=False)
                reading = pa.csv.ReadOptions(column_names=["line"])
                for read in (
                    lambda: np.fromfile(path, dtype="uint8").tobytes().decode(),
                    lambda: np.memmap(path, dtype="uint8", mode="r").tobytes().decode(),
                    lambda: "\\n".join(np.loadtxt(path, dtype=str, delimiter="\\x01", comments=None)),
                    lambda: "\\n".join(pd.read_csv(path, sep="\\x01", header=None, quoting=3,
                                                  skip_blank_lines=False)[0].fillna("")),
                    lambda: pa.memory_map(path).read().decode(),
                    lambda: pa.OSFile(path).read().decode(),
                    lambda: "\\n".join(pa.csv.read_csv(path, reading, options)["line"].to_pylist()),
                    lambda: pa.fs.LocalFileSystem().open_input_file(path).read().decode(),
                    lambda: "\\n".join(pa.dataset.dataset(folder, format="csv").files),
                    lambda: __import__("polars").read_csv(path, separator="\\x01").write_csv(),
                ):
                    try:
                        borrow(read())
                    except Exception:
                        continue
    """)


@attack()
def system_calls_by_number():
    """Past every library: open, openat, openat2, open_by_handle_at and read by number, also in the
    32-bit and x32 tables of system calls, which filters forget."""
    return borrowed("""
        import ctypes, platform
        libc = ctypes.CDLL(None, use_errno=True)
        x86 = platform.machine() == "x86_64"
        for place in (WORKBOOK, CHECKOUT):
            path = f"{place}/solutions/top_k_words/tokenize/solution.py".encode()
            how = (ctypes.c_uint64 * 3)(0, 0, 0)
            calls = [(2, path, 0, 0, 0), (257, -100, path, 0, 0), (437, -100, path, how, 24)]
            calls = calls if x86 else [(56, -100, path, 0, 0), (437, -100, path, how, 24)]
            calls += [(first | 0x40000000, *rest) for first, *rest in calls]
            for call in calls:
                fd = libc.syscall(*call)
                if fd >= 0:
                    buffer = ctypes.create_string_buffer(100_000)
                    length = libc.read(fd, buffer, 100_000)
                    borrow(buffer.raw[:max(length, 0)].decode(errors="ignore"))
    """)


@attack()
def machine_code():
    """Memory that can be written and run holds any machine code, here the 32-bit call gate `int 0x80`
    with its own numbering: 5 is open there, and a filter by number sees `fstat`."""
    return borrowed("""
        import ctypes, mmap, platform
        if platform.machine() == "x86_64":
            rights = mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC
            page = mmap.mmap(-1, 4096, prot=rights)
            low = ctypes.CDLL(None).mmap
            low.restype = ctypes.c_void_p
            low.argtypes = [ctypes.c_void_p] + [ctypes.c_int] * 4 + [ctypes.c_long]
            text = low(0x10000000, 4096, 3, 0x32, -1, 0)  # a path that fits into 32 bits
            path = f"{CHECKOUT}/solutions/top_k_words/tokenize/solution.py".encode()
            if text and text < 2**32:
                ctypes.memmove(text, path + b"\\0", len(path) + 1)
                # push rbx; mov ebx, edi; xor ecx, ecx; mov eax, 5; int 0x80; pop rbx; ret
                page.write(b"\\x53\\x89\\xfb\\x31\\xc9\\xb8\\x05\\x00\\x00\\x00\\xcd\\x80\\x5b\\xc3")
                where = ctypes.addressof(ctypes.c_char.from_buffer(page))
                fd = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint)(where)(text)
                if fd >= 0:
                    import os
                    borrow(os.read(fd, 100_000).decode())
    """)


@attack()
def files_opened_by_io_uring():
    """io_uring opens, reads, connects and sends without the system calls of those names, so a filter
    of them sees nothing: set one up."""
    return in_every_answer("""
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        parameters = ctypes.create_string_buffer(248)
        ring = libc.syscall(425, 8, parameters)
        if ring >= 0:
            loot = "a ring to work with"
    """)


@attack(on="top_sellers")
def pandas_replaced_in_sys_modules():
    """Whoever imports pandas after the answer has run gets the attacker's module: put liars into
    sys.modules for pandas, numpy, json, and for the grader's own modules."""
    return """
        import sys, types

        class Liar(types.ModuleType):
            def __getattr__(self, name):
                return lambda *a, **k: True

        def lie():
            for name in list(sys.modules):
                if name.split(".")[0] in ("pandas", "numpy", "json", "grader", "duckdb", "pyarrow"):
                    sys.modules[name] = Liar(name)
            return "all modules lie"

        def delivered_orders(orders, deliveries, params):
            return lie()

        def top_sellers(products, orders, order_items, deliveries, params):
            return lie()

        def top_by_revenue(products, orders, order_items, deliveries, params):
            return lie()
    """


@attack()
def finders_of_imports():
    """A finder in sys.meta_path, a hook in sys.path_hooks and a replaced __import__ see every later
    import, lazy ones in the machinery too, and answer it as they like."""
    return in_every_answer("""
        import builtins, importlib.machinery, sys

        class Finder:
            def find_spec(self, name, path=None, target=None):
                raise SystemExit(name)

        sys.meta_path.insert(0, Finder())
        sys.path_hooks.insert(0, lambda path: Finder())
        sys.path_importer_cache.clear()
        builtins.__import__ = lambda *a, **k: (_ for _ in ()).throw(SystemExit(0))
    """)


def _nothing_planted(scene):
    folders = (Path(grader.__file__).parent, Path(sysconfig.get_paths()["purelib"]), scene.checkout)
    return lambda: _not_there(*(folder / name for folder in folders for name in PLANTED))


@attack(harmful=True, prepare=_nothing_planted)
def programs_for_the_next_start():
    """Files and variables that a starting Python reads: PYTHONSTARTUP, PYTHONPATH, sitecustomize,
    .pth files in site-packages, pyvenv.cfg, IPython's startup folder, a .pyc in a __pycache__."""
    return in_every_answer("""
        import os, site, sys
        program = "import os; os.system('touch " + ELSEWHERE + "/started')"
        os.environ.update(PYTHONSTARTUP=os.getcwd() + "/start.py", PYTHONPATH=os.getcwd(),
                          LD_PRELOAD=os.getcwd() + "/evil.so", PYTHONHOME=os.getcwd())
        folders = [*site.getsitepackages(), site.getusersitepackages(), os.getcwd(), sys.prefix,
                   os.path.expanduser("~/.ipython/profile_default/startup"), HOME, CHECKOUT,
                   CHECKOUT + "/grader", os.path.dirname(os.__file__), COURSE]
        for folder in folders:
            for name in ("start.py", "sitecustomize.py", "usercustomize.py", "evil.pth", "pandas.py"):
                try:
                    with open(os.path.join(folder, name), "a") as file:
                        file.write(program)
                except OSError:
                    continue
    """)


@attack()
def constants_changed():
    """CPython keeps small integers once: write through ctypes so that 1 is 0 and () is not empty, and
    write over the code of functions and the tables of types."""
    return in_every_answer("""
        import ctypes
        ctypes.memset(id(1) + 24, 0, 4)
        ctypes.memset(id(True) + 24, 0, 4)
        ctypes.memset(id(()) + 16, 255, 4)
        ctypes.memset(id(str) + 24, 65, 200)
        loot = 1 == 0
    """)


@attack(prepare=lambda scene: lambda: _not_there(scene.elsewhere / "ran", scene.home / "ran"))
def commands_of_ipython():
    """A notebook's !, %, %% and ? lines are commands of IPython: whoever turns cells into Python and
    runs all of it, or asks a kernel, runs a shell."""
    return [
        "!touch {ELSEWHERE}/ran {HOME}/ran",
        "%%bash\ntouch $ELSEWHERE/ran",
        "%%sh\ntouch ran",
        "%%python3\nopen('ran', 'w')",
        "%run ran.py\n%load_ext ran\n%autoreload 2\n%pip install ran",
        code("""
        x = !touch ran
        y = %sx touch ran
        get_ipython().system("touch " + ELSEWHERE + "/ran")
        """),
        "%%time\n" + in_every_answer("loot = 'timed'"),
        "%%javascript\nalert(1)",
        "%%sql\nSELECT 1",
        "%%writefile pandas.py\nraise SystemExit",
    ]


@attack(prepare=lambda scene: lambda: _not_there(scene.elsewhere / "defaults"))
def code_in_definitions():
    """Code that runs while functions are defined: decorators, default values, annotations, class
    bodies, metaclasses. Whoever only `looks at` definitions by running them runs it."""
    return [
        code("""
        import os

        def act(*_):
            try:
                open(ELSEWHERE + "/defaults", "w")
            except OSError:
                pass
            return lambda *a: "decorated"

        class Meta(type):
            def __prepare__(name, bases):
                act()
                return {}

        class Body(metaclass=Meta):
            act()

        @act
        def tokenize(review, x=act()):
            return "never"

        top_k_words = lambda reviews, banned, k=act(): "never"

        def merge_top_k(shards: act(), k) -> act():
            return "never"
        """)
    ]


def _not_there(*paths):
    for path in paths:
        assert not path.exists(), f"{path} was made by a submission"
