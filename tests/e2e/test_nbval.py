"""The worked notebooks under solutions/ still give the outputs that are committed with them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from grader.build.check import worked_path

_SANITIZE = Path(__file__).with_name("nbval.cfg")


def test_the_worked_notebook_gives_its_committed_outputs_again(exercise):
    command = [sys.executable, "-m", "pytest", "--nbval", str(worked_path(exercise))]
    command += [f"--nbval-sanitize-with={_SANITIZE}", "-p", "no:cacheprovider", "-q"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
