"""However a run ends, the next one finishes it: every grade is there once, as if nothing had been."""

from __future__ import annotations

import contextlib
import ctypes
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import psutil
import pytest
from toy_class import (
    SET,
    SOME,
    WAYS,
    command,
    copy_of,
    everything,
    grade,
    grade_some,
    gradebook,
    hand_in,
    hand_in_class,
    lines,
    new_course,
    right,
    toy_workbook,
)

from grader.course.folder import Course
from grader.errors import WorkbookError
from grader.grading.pool import grade_here
from grader.grading.run import grade_set

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the safe sandbox needs Linux")

_PR_SET_CHILD_SUBREAPER = 36
_PATIENCE = 300
SAFE = "Every grade that was found is safe in workbook/journal.jsonl."


@pytest.fixture(scope="module", autouse=True)
def toys():
    with toy_workbook():
        yield


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory) -> Course:
    """A course in which a class has handed in, and nothing is graded."""
    course = new_course(tmp_path_factory.mktemp("handed-in") / "course")
    hand_in_class(course, copies=3)
    return course


@pytest.fixture(scope="module")
def undisturbed(handed_in, tmp_path_factory) -> Course:
    """The same course after a run that nobody disturbed."""
    course = copy_of(handed_in, tmp_path_factory.mktemp("undisturbed") / "course")
    done = grade(course, "--jobs", "2")
    assert done.returncode == 1, done.stderr  # some need a person
    assert len(gradebook(course)) == 24 * 7  # each graded cell of each learner once
    return course


@pytest.fixture
def course(handed_in, tmp_path) -> Course:
    return copy_of(handed_in, tmp_path / "course")


@pytest.fixture
def unwritten(handed_in, undisturbed, tmp_path) -> Course:
    """All grades are in the journal, and nowhere else: the state of a run that was ended there."""
    course = copy_of(handed_in, tmp_path / "course")
    course.journal.write_bytes(undisturbed.journal.read_bytes())
    return course


def finished(course: Course, undisturbed: Course) -> None:
    """One more run, and it is with SOME as if nothing had been."""
    assert grade_some(course).returncode == 0
    assert everything(course, *SOME) == everything(undisturbed, *SOME)


# Killed.

Moment = Callable[[Course], bool]


def started(course: Course) -> bool:
    return True


def graded(count: int) -> Moment:
    return lambda course: lines(course) >= count


def shown(count: int) -> Moment:
    return lambda course: len(list(course.autograded.glob("*/week1"))) >= count


def in_gradebook(count: int) -> Moment:
    def reached(course: Course) -> bool:
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(sqlite3.connect(course.gradebook, timeout=0)) as connection,
        ):
            rows = connection.execute("SELECT count(*) FROM submitted_assignment").fetchone()
            return rows[0] >= count
        return False

    return reached


ALL = ("--jobs", "2")
# One that cannot be read is tried anew in every run: without it nothing is left to be graded.
READABLE = [f"--student={way}{copy}" for way in WAYS if way != "corrupt" for copy in range(3)]

KILLS: list[tuple[Sequence[str], Moment, float]] = [
    (ALL, started, 4.0),
    (ALL, started, 6.0),
    (ALL, graded(1), 0.3),
    (ALL, graded(4), 0.3),
    (ALL, graded(12), 0.3),
    (ALL, graded(30), 0.3),
    (READABLE, shown(1), 0.03),
    (READABLE, shown(5), 0.03),
    (READABLE, shown(14), 0.03),
    (READABLE, in_gradebook(1), 0.01),
    (READABLE, in_gradebook(5), 0.01),
    (READABLE, in_gradebook(12), 0.01),
]
"""Of which run and when: after what has happened, and at most how many seconds later."""


def test_killed_again_and_again_it_loses_nothing(course, undisturbed):
    """By turns all its processes at once, and the first one only: the others must end with it."""
    chance, killed = random.Random("kill"), 0
    with nothing_left_running() as nothing_runs:
        for number, (words, moment, jitter) in enumerate(KILLS):
            run = _start(course, words)
            killed += _killed(run, course, moment, chance.uniform(0, jitter), number % 2 == 0)
            nothing_runs()
    assert killed >= len(KILLS) - 3  # on a busy machine a run may end before it is noticed
    assert grade(course).returncode == 1
    assert everything(course) == everything(undisturbed)


def _start(course: Course, words: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(course, *words),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _killed(
    run: subprocess.Popen[bytes], course: Course, moment: Moment, later: float, whole_group: bool
) -> bool:
    """End a run with SIGKILL; whether that was before its own end."""
    deadline = time.monotonic() + _PATIENCE
    while run.poll() is None and not moment(course):
        assert time.monotonic() < deadline
        time.sleep(0.002)
    time.sleep(later)
    with contextlib.suppress(ProcessLookupError):
        (os.killpg if whole_group else os.kill)(run.pid, signal.SIGKILL)
    return run.wait() == -signal.SIGKILL


@contextlib.contextmanager
def nothing_left_running() -> Iterator[Callable[..., None]]:
    """Gives a check that no descendant of this process runs any more, orphans included.

    Orphans would become children of process 1, were this process not their reaper.
    """
    libc, me = ctypes.CDLL(None), psutil.Process()
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = {child.pid for child in me.children(recursive=True)}

    def check(seconds: float = 20) -> None:
        mine = [child for child in me.children(recursive=True) if child.pid not in before]
        _, left = psutil.wait_procs(mine, timeout=seconds)
        assert [" ".join(child.cmdline()) for child in left] == []

    try:
        yield check
    finally:
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


def test_it_ends_at_once_in_the_middle_of_an_endless_answer(course):
    endless = "def longest_runs(text, k):\n    while True:\n        pass"
    hand_in(course, "right0", right() | {"longest_runs": endless})
    with nothing_left_running() as nothing_runs:
        run = _start(course, ["--student", "right0", "--jobs", "1"])
        while lines(course) < 1:  # the other notebook comes first
            assert run.poll() is None
            time.sleep(0.05)
        time.sleep(1)
        run.kill()
        run.wait()
        nothing_runs(seconds=4)


# A full disk.


def with_room_for(size: int) -> Callable[[], None]:
    """No file may grow beyond `size` bytes: to a program the same as a full disk."""
    return partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def test_on_a_full_disk_it_says_so_and_goes_on_when_there_is_room(course, undisturbed):
    done = grade_some(course, preexec_fn=with_room_for(6_000))
    assert done.returncode == 2
    assert "cannot be written to" in done.stderr and "journal.jsonl" in done.stderr
    assert "run the command again: no earlier grade is lost." in done.stderr
    assert 0 < lines(course) < len(SOME) * 2
    finished(course, undisturbed)


@pytest.mark.parametrize(
    ("size", "said"),
    [(10_000, "autograded/crash0/week1 cannot be written: File too large."), (30_000, SAFE)],
    ids=["notebooks", "gradebook"],
)
def test_a_disk_without_room_for_what_is_shown_loses_nothing(unwritten, undisturbed, size, said):
    done = grade_some(unwritten, preexec_fn=with_room_for(size))
    assert done.returncode == 2
    assert said in done.stderr and SAFE in done.stderr
    finished(unwritten, undisturbed)


# A gradebook that cannot be written.


def test_a_gradebook_that_another_program_holds_is_left_alone(unwritten, undisturbed):
    with contextlib.closing(sqlite3.connect(unwritten.gradebook)) as other:
        other.execute("BEGIN EXCLUSIVE")
        grader = partial(grade_here, workers=1)
        with pytest.raises(WorkbookError, match="database is locked") as refused:
            grade_set(unwritten, SET, grader, students=SOME, patience=0.2)
    assert SAFE in str(refused.value)
    finished(unwritten, undisturbed)


def a_folder(course: Course) -> None:
    course.gradebook.unlink()
    course.gradebook.mkdir()


def damaged(course: Course) -> None:
    course.gradebook.write_bytes(b"no database " * 1000)


@pytest.mark.parametrize("broken", [a_folder, damaged])
def test_a_gradebook_that_is_none_is_named(unwritten, undisturbed, broken):
    before = unwritten.gradebook.read_bytes()
    broken(unwritten)
    done = grade_some(unwritten)
    assert done.returncode == 2
    assert f"{unwritten.gradebook} cannot be" in done.stderr
    assert SAFE in done.stderr
    assert "Traceback" not in done.stderr
    (unwritten.gradebook.rmdir if unwritten.gradebook.is_dir() else unwritten.gradebook.unlink)()
    unwritten.gradebook.write_bytes(before)
    finished(unwritten, undisturbed)


# Two at once.


def test_a_second_grader_is_refused_and_the_first_one_is_not_disturbed(course, undisturbed):
    first = _start(course, ["--jobs", "1", *(f"--student={student}" for student in SOME)])
    while lines(course) < 1:
        assert first.poll() is None
        time.sleep(0.05)
    first.send_signal(signal.SIGSTOP)  # or it might be done before the second one has started
    second = grade_some(course)
    first.send_signal(signal.SIGCONT)
    assert second.returncode == 2
    assert "Another run of the grader is at work on this course" in second.stderr
    assert first.wait() == 0
    assert everything(course, *SOME) == everything(undisturbed, *SOME)
