"""A real nbgrader course with two toy exercises, made once; every test has a copy of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.course.folder import Course, CourseSet, init_course
from grader.course.roster import Learner, import_roster
from grader.course.sets import assign

TOY = Path(__file__).parents[1] / "toy"


@pytest.fixture(scope="session")
def released(tmp_path_factory) -> Course:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_HOME", str(TOY))
        course = init_course(tmp_path_factory.mktemp("made") / "ds-2026")
        import_roster(course, [Learner("ada", "Ada", "Byron", "ada@x.org"), Learner("bo", "Bo")])
        assign(course, CourseSet("week1", ("spending", "longest_runs"), due="2026-12-01T12:00:00"))
    return course


@pytest.fixture
def course(toy, released, tmp_path) -> Course:
    """A course of the set week1 (spending, longest_runs) with the learners ada and bo."""
    shutil.copytree(released.root, tmp_path / "ds-2026")
    return Course(tmp_path / "ds-2026")


@pytest.fixture
def hand_in(course):
    """hand_in("ada", "2026-12-01 11:00:00 UTC"): what nbgrader's collect leaves behind."""

    def submit(student: str, timestamp: str = "2026-12-01 11:00:00 UTC", set_: str = "week1"):
        folder = course.root / "submitted" / student / set_
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "timestamp.txt").write_text(timestamp)
        for notebook in (course.release / set_).glob("*.ipynb"):
            shutil.copy(notebook, folder)
        return folder

    return submit
