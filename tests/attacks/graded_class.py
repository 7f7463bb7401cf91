"""One run of `workbook grade` over a class of attackers, and what was seen of it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from attackers import Attack
from stage import SET, Stage, set_the_stage

from grader.grading.journal import Journal
from grader.grading.result import NotebookGrade
from grader.submission.printable import printable

_SECONDS_PER_ATTACK = 60
_JOBS, _JOBS_IF_SLOW = "2", "4"  # more than there are cores where attackers make the grader wait
_PR_SET_CHILD_SUBREAPER = 36


@dataclass
class Graded:
    """A class after its grading: what was found about whom, what was seen beside."""

    tier: str
    stage: Stage
    done: subprocess.CompletedProcess[bytes]
    seconds: float
    changed: list[str]
    left: list[str]
    heard: list[str]
    grades: dict[tuple[str, str], NotebookGrade]
    complaints: dict[str, str]

    def student_of(self, attack: Attack) -> str:
        return next(s for s, a in self.stage.attackers.items() if a.name == attack.name)

    def grade_of(self, attack: Attack) -> NotebookGrade | None:
        return self.grades.get((printable(self.student_of(attack)), attack.exercise))


@contextlib.contextmanager
def make_stage(
    tmp_path_factory: pytest.TempPathFactory, attacks: Iterable[Attack]
) -> Iterator[Stage]:
    """A course for these attackers, outside of the folder that sandboxes hide anyway."""
    outside = Path(tempfile.mkdtemp(prefix="workbook-attacks-", dir="/var/tmp"))
    try:
        stage = set_the_stage(tmp_path_factory.mktemp("class"), outside, attacks)
        yield stage
        stage.listener.close()
    finally:
        shutil.rmtree(outside, ignore_errors=True)


def grade_class(stage: Stage, tier: str) -> Graded:
    checks = {
        attack.name: attack.prepare(stage.scene)
        for attack in stage.attackers.values()
        if attack.prepare
    }
    slow = any(attack.slow for attack in stage.attackers.values())
    jobs = _JOBS_IF_SLOW if slow else _JOBS
    before = stage.hashes()
    os.environ["WORKBOOK_SANDBOX"] = tier
    started = time.monotonic()
    try:
        with _whatever_is_left() as left:
            done = stage.workbook(
                "grade", SET, "--course", str(stage.scene.course), "--jobs", jobs,
                timeout=300 + _SECONDS_PER_ATTACK * len(stage.attackers),
            )  # fmt: skip
    finally:
        del os.environ["WORKBOOK_SANDBOX"]
    seconds = time.monotonic() - started
    after = stage.hashes()
    changed = [path for path in before | after if before.get(path) != after.get(path)]
    journal = Journal(stage.scene.course / "workbook" / "journal.jsonl").grades()
    grades = {(student, exercise): grade for (student, _, exercise), grade in journal.items()}
    complaints = {}
    for name, check in checks.items():
        try:
            check()
        except AssertionError as complaint:
            complaints[name] = str(complaint)
    return Graded(
        tier, stage, done, seconds, changed, left, list(stage.listener.heard), grades, complaints
    )


@contextlib.contextmanager
def _whatever_is_left() -> Iterator[list[str]]:
    """Descendants of this process that the body leaves running; daemons of its children too.

    They would become children of process 1, were this process not their reaper.
    """
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    left: list[str] = []
    try:
        yield left
    finally:
        time.sleep(0.5)
        for child in psutil.Process().children(recursive=True):
            if child.pid in before:
                continue
            with contextlib.suppress(psutil.Error):
                if child.status() != psutil.STATUS_ZOMBIE:
                    left.append(" ".join(child.cmdline())[:200])
                    child.send_signal(signal.SIGKILL)
                child.wait(5)
        libc.prctl(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
