"""Running ``workbook`` commands on the toy workbook."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import pytest

from grader.cli import main


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


@pytest.fixture
def workbook(toy, monkeypatch, capsys):
    """Runs a command as the console script does, in this process."""
    monkeypatch.setenv("COLUMNS", "160")

    def run(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["workbook", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return Ran(int(end.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def process(toy):
    """Runs a command as a process of its own."""

    def run(*words: object) -> Ran:
        command = [sys.executable, "-m", "grader", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


SOLUTIONS = "solutions/spending"


@pytest.fixture
def right(toy):
    return toy / SOLUTIONS / "customer_spend/solution.sql"


@pytest.fixture
def wrong(toy):
    return toy / SOLUTIONS / "customer_spend/wrong/inner_join.sql"
