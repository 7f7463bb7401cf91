"""otter-grader on the same answers and cases: an autograder per exercise, whose tests call our check.

otter-grader has an environment of its own, because it is no dependency of ours; this package is put
on its path, so that notebooks find `%load_ext grader`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import nbformat
from class_course import EXERCISES, SET, students
from class_measure import Used, run

from grader.bank import load_exercise

_TEST = """\
from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = {points}


@test_case(hidden=True)
def test_of_all_cases(env):
    import os

    os.environ["NBGRADER_EXECUTION"] = "autograde"  # check then gives the points back
    assert env["check"]("{name}") == {points}
"""


def python_with_otter(folder: Path, named: str | None) -> Path:
    """A Python that can import otter and this package. Raises CalledProcessError or OSError."""
    if named:
        python = Path(named)
    else:
        venv.create(folder, with_pip=True)
        python = folder / "bin" / "python"
        install = [python, "-m", "pip", "install", "--quiet", "otter-grader"]
        subprocess.run(install, check=True, capture_output=True, text=True)
    where = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    ours = sysconfig.get_path("purelib")
    Path(site, "workbook_benchmark.pth").write_text(f"import site; site.addsitedir({ours!r})\n")
    subprocess.run(
        [python, "-c", "import otter, grader, ipykernel"], check=True, capture_output=True
    )
    return python


def autograders(python: Path, folder: Path, environment: dict[str, str]) -> None:
    """EXERCISE.zip for each exercise."""
    for exercise_id in EXERCISES:
        tests = folder / exercise_id / "tests"
        tests.mkdir(parents=True)
        for answer in load_exercise(exercise_id).answers.values():
            text = _TEST.format(name=answer.name, points=float(answer.points))
            (tests / f"{answer.name}.py").write_text(text)
        output = folder / f"{exercise_id}.zip"
        command = [python, "-m", "otter", "generate", "-t", "tests", "-o", output]
        run([*command, "--no-environment"], cwd=folder / exercise_id, environment=environment)


def notebooks(course: Path, folder: Path) -> list[tuple[str, str, str]]:
    """The submissions without their check cells, whose work otter's tests do: (learner, zip, file)."""
    found = []
    for student in students(course):
        for exercise_id in EXERCISES:
            path = course / "submitted" / student / SET / f"{exercise_id}.ipynb"
            notebook = nbformat.read(path, as_version=4)
            notebook.cells = [c for c in notebook.cells if not c.source.startswith("check(")]
            copy = folder / student / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, copy)
            found.append((student, str(folder / f"{exercise_id}.zip"), str(copy)))
    return found


def warm(
    python: Path, course: Path, folder: Path, environment: dict[str, str]
) -> tuple[Used, dict]:
    """otter.api.grade_submission in one warm process; {"seconds": {...}, "points": {...}}."""
    autograders(python, folder, environment)
    work = folder / "work.json"
    work.write_text(json.dumps(notebooks(course, folder)))
    inside = Path(__file__).with_name("class_otter_inside.py")
    used = run([python, inside, work, folder / "found.json"], cwd=folder, environment=environment)
    return used, json.loads((folder / "found.json").read_text())


if __name__ == "__main__":
    sys.exit("This is a part of class_grading.py.")
