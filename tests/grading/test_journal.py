"""No grade is ever lost: killed in the middle, full disk, damaged lines, two graders at once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import WorkbookError
from grader.grading.journal import Journal, lock
from grader.grading.result import AnswerGrade, NotebookGrade, State, from_json, to_json
from grader.report.facts import Facts, Line
from grader.report.grid import Grid

# Grades of every shape.

TEXT = st.text(max_size=12)
NUMBER = st.floats(allow_nan=False) | st.integers(0, 100).map(float)
LINE = st.builds(Line, TEXT, TEXT)
PLACES = st.frozensets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3)


def tuples(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


GRID = st.builds(Grid, TEXT, tuples(TEXT), tuples(tuples(TEXT)), PLACES, st.integers(0, 99))
FACTS = st.builds(
    Facts,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    tuples(GRID, 2),
    TEXT,
    tuples(GRID, 2),
    tuples(LINE),
    tuples(LINE),
)
ANSWER = st.builds(
    AnswerGrade, TEXT, TEXT, st.none() | NUMBER, NUMBER, FACTS, st.none() | FACTS,
    st.integers(0, 99), st.integers(0, 99), TEXT, NUMBER,
)  # fmt: skip
GRADE = st.builds(
    NotebookGrade, TEXT, TEXT, TEXT, TEXT, st.sampled_from(State), tuples(ANSWER, 2),
    st.none() | ANSWER, st.dictionaries(TEXT, TEXT, max_size=2), tuples(TEXT), TEXT, tuples(TEXT),
    TEXT, NUMBER,
)  # fmt: skip


def grade(student="ann", exercise="top_sellers", key="1", **more):
    return NotebookGrade(student, "week1", exercise, key, State.GRADED, **more)


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "journal.jsonl")


@given(given=GRADE)
def test_a_grade_is_the_same_after_writing_and_reading(given):
    assert from_json(json.loads(json.dumps(to_json(given)))) == given


@given(grades=st.lists(GRADE, max_size=4))
def test_a_journal_gives_back_the_latest_of_what_was_written(tmp_path_factory, grades):
    journal = Journal(tmp_path_factory.mktemp("course") / "journal.jsonl")
    for each in grades:
        journal.append(each)
    assert journal.grades() == {(g.student, g.set, g.exercise): g for g in grades}
    assert journal.read().warnings == ()


def test_a_journal_that_was_never_written_is_empty(journal):
    assert journal.grades() == {}


def test_only_the_owner_may_read_it(journal):
    journal.append(grade())
    assert journal.path.stat().st_mode & 0o777 == 0o600


def test_nothing_in_it_is_ever_changed(journal):
    journal.append(grade(key="1"))
    before = journal.path.read_bytes()
    journal.append(grade(key="2"))
    assert journal.path.read_bytes().startswith(before)
    assert journal.grades()["ann", "week1", "top_sellers"].key == "2"


def test_each_line_is_json_for_any_other_program(journal):
    journal.append(grade(written={"explain": "line\nbreak \u2028 \ud800"}))
    (line,) = journal.path.read_text("ascii").splitlines()
    assert json.loads(line)["grade"]["student"] == "ann"


# Damage.


def test_a_torn_last_line_is_passed_over_wherever_it_was_cut(journal):
    journal.append(grade("ann"))
    whole = journal.path.read_bytes()
    for cut in range(len(whole) - 1):
        journal.path.write_bytes(whole + whole[:cut].replace(b"ann", b"bob"))
        assert set(journal.grades()) == {("ann", "week1", "top_sellers")}
        journal.append(grade("zoe"))
        found = journal.read()
        assert {student for student, _, _ in found.grades} == {"ann", "zoe"}
        assert found.warnings == ()


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line.replace(b"ann", b"bob"),
        lambda line: b"\0" * len(line),
        lambda line: line[:-9],
        lambda line: b"\xff" + line,
        lambda line: b"[1, 2]",
        lambda line: b'{"sha256": "0000000000000000", "grade": {}}',
    ],
    ids=["changed", "zeros", "cut", "not text", "other JSON", "another grade"],
)
def test_a_damaged_line_is_reported_and_costs_no_other(journal, damage):
    for student in ("zoe", "ann", "bob"):
        journal.append(grade(student))
    lines = journal.path.read_bytes().split(b"\n")
    lines[1] = damage(lines[1])
    journal.path.write_bytes(b"\n".join(lines))
    found = journal.read()
    assert {student for student, _, _ in found.grades} == {"zoe", "bob"}
    (warning,) = found.warnings
    assert f"{journal.path}, line 2, is damaged" in warning


def test_a_journal_that_cannot_be_read_says_so(tmp_path):
    with pytest.raises(WorkbookError, match="cannot be read"):
        Journal(tmp_path).grades()


def test_a_journal_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(WorkbookError, match=r"The grade of ann in top_sellers cannot be written"):
        Journal(tmp_path / "nowhere" / "journal.jsonl").append(grade())


# The machine.

APPEND = """
import sys
from pathlib import Path
from grader.grading.journal import Journal
from grader.grading.result import NotebookGrade, State
journal = Journal(Path(sys.argv[1]))
for number in range(100_000):
    journal.append(NotebookGrade(f"{sys.argv[2]}-{number}", "week1", "e", "k", State.GRADED,
                                 written={"explain": "words " * (number % 7) * 1000}))
    print(f"{sys.argv[2]}-{number}", flush=True)
"""


def test_killed_at_any_moment_every_acknowledged_grade_is_there_once(journal):
    """Twenty runs on one journal, each killed with SIGKILL while it writes."""
    chance, acknowledged = random.Random(4), []
    for run in range(20):
        command = [sys.executable, "-c", APPEND, str(journal.path), str(run)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            acknowledged.append(process.stdout.readline().strip())  # it is at work
            time.sleep(chance.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
            acknowledged += process.stdout.read().split()
    found = journal.read()
    written = [student for student, _, _ in found.grades]
    assert set(acknowledged) <= set(written)
    assert len(written) - len(acknowledged) <= 20  # written, and killed before it could say so
    assert found.warnings == ()
    for name in acknowledged:
        assert journal.path.read_bytes().count(f'"student":"{name}"'.encode()) == 1


FULL = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), -1))
""" + APPEND.replace(
    "journal = Journal", "from grader.errors import WorkbookError\njournal = Journal"
)


def test_on_a_full_disk_it_stops_with_a_remedy_and_stays_readable(journal):
    command = [sys.executable, "-c", FULL, str(journal.path), "a", "50000"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "WorkbookError: The grade of a-" in done.stderr
    assert "Make room or mend that, and run the command again" in done.stderr
    assert journal.path.stat().st_size == 50_000  # the last line is torn
    acknowledged = done.stdout.split()
    assert acknowledged == [student for student, _, _ in journal.grades()]
    journal.append(grade("zoe"))
    found = journal.read()
    assert [student for student, _, _ in found.grades] == [*acknowledged, "zoe"]
    assert found.warnings == ()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts")
def test_a_full_file_system_loses_nothing(tmp_path):
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        journal, kept = Journal(tmp_path / "journal.jsonl"), []
        with pytest.raises(WorkbookError, match="No space left on device"):
            for number in range(100):
                journal.append(grade(str(number), written={"explain": "x" * 5000}))
                kept.append(str(number))
        assert len(kept) > 5
        assert [student for student, _, _ in journal.grades()] == kept
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


# One grader at a time.

HOLD = """
import sys
from pathlib import Path
from grader.grading.journal import lock
with lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_grader_is_told_that_another_is_at_work(tmp_path):
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout.readline() == "held\n"
        with pytest.raises(WorkbookError) as refused, lock(path):
            pass
        assert str(refused.value) == (
            f"Another run of the grader is at work on this course: it holds {path}. "
            "Wait until it ends, or end it; then run the command again."
        )
        other.kill()
        other.wait()
        with lock(path):  # a killed one leaves nothing locked
            pass


def test_a_lock_is_held_once_and_can_be_taken_again(tmp_path):
    for _ in range(2):
        with (
            lock(tmp_path / "lock"),
            pytest.raises(WorkbookError, match="Another run"),
            lock(tmp_path / "lock"),
        ):
            pass


def test_a_lock_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(WorkbookError, match="cannot be made"), lock(tmp_path / "file" / "lock"):
        pass


def test_the_grade_of_another_learner_with_the_same_notebook_is_a_line_of_its_own(journal):
    journal.append(grade())
    journal.append(replace(grade(), key="2").of("bob", "week1"))
    assert {student for student, _, _ in journal.grades()} == {"ann", "bob"}
