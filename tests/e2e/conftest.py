"""What the end-to-end tests share: the real bank, real kernels, progress kept apart."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from grader import home
from grader.bank import Exercise, exercise_ids, load_exercise
from grader.build.check import learner_path

_SECONDS_PER_CELL = 120


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `exercise` runs once for each exercise of the bank: found, not named."""
    if "exercise" in metafunc.fixturenames:
        ids = exercise_ids()
        metafunc.parametrize("exercise", [load_exercise(name) for name in ids], ids=ids)


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory):
    """Whatever a test starts, wherever, finds this workbook and this Python's commands."""
    commands = str(Path(sys.executable).parent)  # nbgrader calls alembic by name
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_HOME", str(home.root()))
        patch.setenv("WORKBOOK_PROGRESS", str(tmp_path_factory.mktemp("progress") / "shared.jsonl"))
        patch.setenv("PATH", commands, prepend=os.pathsep)
        yield


@pytest.fixture(autouse=True)
def own_progress(tmp_path, monkeypatch):
    """No test sees what another one has solved."""
    monkeypatch.setenv("WORKBOOK_PROGRESS", str(tmp_path / "progress.jsonl"))


@pytest.fixture
def learners_notebook() -> Callable[[Exercise], nbformat.NotebookNode]:
    """The committed notebook of an exercise, as a learner opens it."""
    return lambda exercise: nbformat.read(learner_path(exercise.id), as_version=4)


@pytest.fixture
def run_notebook() -> Callable[[nbformat.NotebookNode], nbformat.NotebookNode]:
    """Run a notebook from top to bottom in a kernel of its own; a cell that raises is a failure."""

    def run(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
        where = {"metadata": {"path": str(home.root() / "notebooks")}}
        NotebookClient(notebook, timeout=_SECONDS_PER_CELL, resources=where).execute()
        return notebook

    return run
