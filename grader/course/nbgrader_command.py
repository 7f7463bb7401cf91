"""Run nbgrader's own commands on a course, without the noise that means nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from grader.course.folder import Course
from grader.errors import WorkbookError

_SHOWN = 15
_ERROR = re.compile(r"\| (ERROR|CRITICAL)\]|^[\w.]+(Error|Exception|Entry): ")


def run_nbgrader(course: Course, *arguments: str) -> None:
    """Run ``nbgrader ARGUMENTS`` in the course's folder.

    What a successful run says is dropped. Raises WorkbookError with nbgrader's own complaints when
    it fails.
    """
    need_nbgrader()
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course.root,
        env={**os.environ, "PATH": path_with_alembic(), "PYTHONWARNINGS": "ignore"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode:
        raise WorkbookError(
            f"nbgrader {' '.join(arguments)} failed:\n{_complaints(done.stderr or done.stdout)}",
            help=f"Mend that and repeat; to see all it says, run it in {course.root}.",
        )


def need_nbgrader() -> None:
    """Raises WorkbookError where nbgrader is not installed."""
    if find_spec("nbgrader") is None:
        raise WorkbookError(
            "A course needs nbgrader, which is not installed.", help="Run: pip install nbgrader"
        )


def path_with_alembic() -> str:
    """PATH, with the programs of this Python first: nbgrader looks for alembic there."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


def _complaints(said: str) -> str:
    """nbgrader's errors without their tracebacks; where there are none, the last lines."""
    lines = [line for line in said.splitlines() if line.strip()]
    errors = [line for line in lines if _ERROR.search(line) and "Traceback (most" not in line]
    return "\n".join((errors or lines)[-_SHOWN:])
