"""Grading on a cluster: a real Dask scheduler and real workers on this machine, whatever befalls them."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import psutil
import pytest
from toy_notebook import TOY, notebook

from grader.bank import codefile, load_exercise
from grader.course.folder import Course, CourseSet, init_course
from grader.course.sets import assign
from grader.errors import WorkbookError
from grader.grading.cluster import grade_on_cluster
from grader.grading.collect import Piece
from grader.grading.job import Job
from grader.grading.journal import Journal
from grader.grading.result import State
from grader.sandbox.jail.tier import FORCED, Tier

distributed = pytest.importorskip("distributed")

EXERCISES = ("spending", "longest_runs")
STUDENTS = 14
PATIENCE = 120.0
QUIET = {"DASK_LOGGING__DISTRIBUTED": "error"}
# Dask calls a job a killer after so many deaths more; by default 3, which only takes longer.
SOON = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}


# A cluster


class Cluster:
    """A scheduler, and workers that come and go."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = ""
        file = folder / "scheduler.json"
        words = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        self.scheduler = _start([*words, "--scheduler-file", str(file)], SOON)
        until(file.exists)
        self.address = json.loads(file.read_text())["address"]

    @contextlib.contextmanager
    def workers(
        self, count: int, *words: str, threads: int = 1, home: Path = TOY, **environment: str
    ) -> Iterator[distributed.Client]:
        """So many more workers, each one process, and a client to watch them with."""
        common = ["worker", self.address, "--host", "127.0.0.1", "--no-dashboard"]
        common += ["--nthreads", str(threads), "--local-directory", str(self._folder), *words]
        environment = {"WORKBOOK_HOME": str(home), **environment}
        with distributed.Client(self.address, set_as_default=False) as client:
            before = len(client.nthreads())
            started = [_start(common, environment) for _ in range(count)]
            try:
                client.wait_for_workers(before + count, timeout=PATIENCE)
                yield client
            finally:
                _end(started)
                until(lambda: len(client.nthreads()) <= before)

    def close(self) -> None:
        _end([self.scheduler])


def _start(words: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    dask = Path(sys.executable).parent / "dask"
    environment = {**os.environ, **QUIET, **environment}
    return subprocess.Popen([dask, *words], env=environment, cwd=TOY)


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def until(there: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.close()


# A class


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory) -> Course:
    """A course with right and wrong answers in SQL and Python, each learner's own text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_HOME", str(TOY))
        course = init_course(tmp_path_factory.mktemp("made") / "ds-2026")
        assign(course, CourseSet("week1", EXERCISES))
        for exercise_id in EXERCISES:
            exercise = load_exercise(exercise_id)
            codes = {a.name: cycle(_answers(exercise, a)) for a in exercise.answers.values()}
            for number in range(STUDENTS):
                written = {name: _cell(name, next(codes[name]), number) for name in codes}
                folder = course.root / "submitted" / f"s{number:02}" / "week1"
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{exercise_id}.ipynb").write_bytes(notebook(exercise_id, **written))
    return course


def _answers(exercise, answer):
    known = [wrong.code for wrong in codefile.misconceptions(exercise, answer)]
    return codefile.solutions(exercise, answer) + known + codefile.right_answers(exercise, answer)


def _cell(name: str, code: codefile.CodeFile, number: int) -> str:
    if code.language == "sql":
        return f"%%sql {name}\n{code.body}\n-- by student {number}"
    return f"{code.body}\n# by student {number}"


@pytest.fixture
def course(toy, handed_in, tmp_path) -> Course:
    return Course(shutil.copytree(handed_in.root, tmp_path / "ds-2026"))


def grade(course: Course, *words: str) -> subprocess.Popen[str]:
    """The real command, started."""
    return subprocess.Popen(
        [sys.executable, "-m", "grader", "grade", "week1", "--course", str(course.root), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **QUIET},
    )


def found(course: Course):
    """All that a run leaves behind, but for how long things took."""
    grades = {
        place: replace(
            grade, seconds=0, answers=tuple(replace(a, seconds=0) for a in grade.answers)
        )
        for place, grade in Journal(course.journal).grades().items()
    }
    pages = {
        path.relative_to(course.autograded): path.read_bytes()
        for path in course.autograded.rglob("*.ipynb")
    }
    return grades, pages


def jobs(exercise: str, count: int) -> list[Job]:
    content = notebook(exercise)
    pieces = [Piece(f"s{n}", "week1", exercise, content, "x.ipynb") for n in range(count)]
    return [Job(piece, 11, f"key {exercise} {piece.student}") for piece in pieces]


# What must hold


def test_grades_are_those_of_one_machine_though_a_worker_is_killed(cluster, course, tmp_path):
    """One worker has more threads than it has sandboxes, one is killed with kill -9."""
    here = Course(shutil.copytree(course.root, tmp_path / "here"))
    assert grade(here, "--jobs", "2").wait() == 0
    with cluster.workers(2) as client, cluster.workers(1, "--no-nanny", threads=2):
        pids = client.run(os.getpid)
        run = grade(course, "--cluster", cluster.address)
        until(lambda: course.journal.exists() and course.journal.read_text().count("\n") >= 3)
        busy = next(worker for worker, tasks in client.processing().items() if tasks)
        sandbox = psutil.Process(pids[busy]).children(recursive=True)
        os.kill(pids[busy], signal.SIGKILL)
        said, complained = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, complained
    assert f"{STUDENTS} learners" in said
    assert found(course) == found(here)
    assert sandbox and not psutil.wait_procs(sandbox, timeout=10)[1]


def test_what_kills_every_worker_is_for_a_person_and_the_rest_is_graded(
    cluster, toy_copy, monkeypatch
):
    cases = toy_copy / "solutions" / "longest_runs" / "cases.py"
    cases.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    work = [*jobs("longest_runs", 1), *jobs("spending", 3)]
    with cluster.workers(2, home=toy_copy):
        grades = list(grade_on_cluster(work, [], address=cluster.address))
    assert sorted((g.exercise, g.student) for g in grades) == sorted(
        (job.piece.exercise, job.piece.student) for job in work
    )
    for found in grades:
        killer = found.exercise == "longest_runs"
        assert found.state is (State.ATTENTION if killer else State.GRADED), found.complaint
    assert "died" in next(g.complaint for g in grades if g.exercise == "longest_runs")


def test_a_worker_with_another_version_of_an_exercise_refuses(cluster, toy_copy, monkeypatch):
    with (toy_copy / "solutions" / "spending" / "cases.py").open("a") as cases:
        cases.write("# another version\n")
    monkeypatch.setenv("WORKBOOK_HOME", str(TOY))
    with (
        cluster.workers(1, home=toy_copy),
        pytest.raises(WorkbookError, match=r"worker tcp://.* another version of the exercise sp"),
    ):
        list(grade_on_cluster(jobs("spending", 2), [], address=cluster.address))


def test_a_worker_that_cannot_confine_code_refuses_unless_submissions_are_trusted(toy, cluster):
    work = jobs("spending", 2)
    with cluster.workers(1, **{FORCED: Tier.PROCESS.value}):
        with pytest.raises(WorkbookError, match="cannot confine learners' code"):
            list(grade_on_cluster(work, [], address=cluster.address))
        trusting = grade_on_cluster(work, [], address=cluster.address, trust=True)
        assert [grade.sandbox for grade in trusting] == [Tier.PROCESS] * 2


def test_without_the_scheduler_a_run_ends_with_a_word_and_the_next_one_finishes_it(
    toy, course, tmp_path
):
    cluster = Cluster(tmp_path)
    worker = _start(["worker", cluster.address, "--host", "127.0.0.1", "--nthreads", "1"], {})
    run = grade(course, "--cluster", cluster.address)
    until(lambda: course.journal.exists() and course.journal.read_text().count("\n") >= 2)
    cluster.scheduler.kill()
    _, complained = run.communicate(timeout=PATIENCE)
    _end([worker])
    assert run.returncode == 2
    assert "connection to the Dask scheduler is lost" in " ".join(complained.split())
    assert "Traceback" not in complained
    last = grade(course, "--jobs", "2")
    said, _ = last.communicate(timeout=PATIENCE)
    assert last.returncode == 0
    assert "not graded again" in said


def test_an_address_at_which_nobody_listens_is_said(course):
    run = grade(course, "--cluster", "tcp://127.0.0.1:1")
    _, complained = run.communicate(timeout=PATIENCE)
    assert run.returncode == 2
    assert "no Dask scheduler to be reached at tcp://127.0.0.1:1" in " ".join(complained.split())
    assert "Traceback" not in complained


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://nowhere.invalid:1"])
def test_so_is_an_address_that_is_none(toy, address):
    with pytest.raises(WorkbookError, match="no Dask scheduler to be reached"):
        list(grade_on_cluster(jobs("spending", 1), [], address=address))


def test_without_dask_it_is_said_what_to_install(course):
    program = "import sys; sys.modules['distributed'] = None; from grader.cli import main; main()"
    words = ["grade", "week1", "--course", str(course.root), "--cluster", "tcp://127.0.0.1:1"]
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True)
    assert done.returncode == 2
    assert "interview-workbook[cluster]" in done.stderr
    assert "Traceback" not in done.stderr
