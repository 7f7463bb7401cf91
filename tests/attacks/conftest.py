"""One run of `workbook grade` over a class of attackers for each tier that this machine has."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psutil
import pytest
from attackers import ATTACKS, Attack
from stage import SET, Stage, set_the_stage

from grader.grading.journal import Journal
from grader.grading.result import NotebookGrade
from grader.sandbox.jail.tier import Tier, why_not
from grader.submission.printable import printable

TIERS = [tier.value for tier in Tier if tier.safe]
_SECONDS_PER_ATTACK = 60
_JOBS = "4"  # more than there are cores: many an attacker makes the grader wait
_PR_SET_CHILD_SUBREAPER = 36
_OF_THE_SANDBOX = ("files", "processes", "memory", "network", "looking", "libraries", "protocol")
"""The themes in which the tier makes a difference; the others are about judge, parser and pages."""


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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every attack in the best tier; in the others those on which the tier has a bearing."""
    if "attack" in metafunc.fixturenames:
        pairs = [(tier, attack) for tier in TIERS for attack in _class_of(tier)]
        ids = [f"{tier}-{attack.name}" for tier, attack in pairs]
        metafunc.parametrize(
            ("graded", "attack"), pairs, indirect=["graded"], ids=ids, scope="module"
        )
    elif "graded" in metafunc.fixturenames:
        metafunc.parametrize("graded", TIERS, indirect=True, scope="module")


@pytest.fixture(scope="module")
def graded(request, tmp_path_factory) -> Iterator[Graded]:
    """The class, graded once in each tier: the attackers that were selected (-k), and neighbours."""
    tier = request.param
    if complaint := missing(tier):
        assert not os.environ.get("CI"), f"no {tier} in CI: {complaint}"
        pytest.skip(f"this machine has no {tier}: {complaint}")
    with make_stage(tmp_path_factory, _selected(request, tier)) as stage:
        yield _grade(stage, tier)


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


def _selected(request: pytest.FixtureRequest, tier: str) -> list[Attack]:
    """The attacks whose tests were selected; all where none was by name."""
    chosen = {}
    for item in request.session.items:
        params = getattr(getattr(item, "callspec", None), "params", {})
        if item.fspath == request.fspath and params.get("graded") == tier and "attack" in params:
            chosen[params["attack"].name] = params["attack"]
    return list(chosen.values()) or _class_of(tier)


@cache
def missing(tier: str) -> str:
    """Why this machine has not this tier; empty where it has."""
    return why_not(Tier(tier), [])


def _class_of(tier: str) -> list[Attack]:
    """The attackers of a tier's class."""
    best = next((name for name in TIERS if not missing(name)), tier)
    return [
        attack
        for attack in ATTACKS.values()
        if (tier == best or (attack.theme in _OF_THE_SANDBOX and not attack.slow))
        and (os.geteuid() == 0 or not attack.needs_root)
    ]


def _grade(stage: Stage, tier: str) -> Graded:
    checks = {
        attack.name: attack.prepare(stage.scene)
        for attack in stage.attackers.values()
        if attack.prepare
    }
    before = stage.hashes()
    os.environ["WORKBOOK_SANDBOX"] = tier
    started = time.monotonic()
    try:
        with _whatever_is_left() as left:
            done = stage.workbook(
                "grade", SET, "--course", str(stage.scene.course), "--jobs", _JOBS,
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


if sys.platform != "linux":  # pragma: no cover
    collect_ignore_glob = ["test_*.py"]
