"""The course folder: made once, found again, and its secret kept."""

from __future__ import annotations

import pytest

from grader.course.folder import CourseSet, init_course, open_course
from grader.errors import UnknownName, WorkbookError


def test_the_secret_is_readable_by_its_owner_only(tmp_path):
    course = init_course(tmp_path / "ds-2026")
    assert course.secret.stat().st_mode & 0o777 == 0o600
    assert course.workbook.stat().st_mode & 0o777 == 0o700


def test_a_secret_that_others_can_read_is_refused(tmp_path):
    course = init_course(tmp_path / "ds-2026")
    course.secret.chmod(0o640)
    with pytest.raises(WorkbookError, match="chmod 600"):
        open_course(course.root)


def test_a_course_is_found_from_a_folder_in_it(tmp_path, monkeypatch):
    course = init_course(tmp_path / "ds-2026")
    monkeypatch.chdir(course.source)
    assert open_course() == course


def test_a_course_is_not_made_twice(tmp_path):
    secret = init_course(tmp_path / "ds-2026").secret
    before = secret.read_text()
    with pytest.raises(WorkbookError, match="is a course already"):
        init_course(tmp_path / "ds-2026")
    assert secret.read_text() == before


def test_a_folder_with_other_things_in_it_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(WorkbookError, match="is not empty"):
        init_course(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_no_course_anywhere_says_how_to_make_one(tmp_path):
    with pytest.raises(WorkbookError, match="workbook course init"):
        open_course(tmp_path)


def test_seeds_are_those_of_the_documented_formula(tmp_path):
    course = init_course(tmp_path / "ds-2026")
    course.secret.write_text("00" * 32)
    assert course.seed("top_sellers") == 2928542473081091926
    assert course.seed("top_sellers", "ada") == 2781595951959561097


def test_seeds_differ_between_students_exercises_and_courses(tmp_path):
    one, other = (init_course(tmp_path / name) for name in ("one", "other"))
    seeds = [
        one.seed("a"),
        one.seed("b"),
        one.seed("a", "ada"),
        one.seed("a", "bo"),
        other.seed("a"),
    ]
    assert len(set(seeds)) == 5
    assert all(0 <= seed < 2**63 for seed in seeds)


def test_a_set_is_read_as_it_was_remembered(tmp_path):
    course = init_course(tmp_path / "ds-2026")
    week1 = CourseSet("week1", ("top_sellers",), per_student=True, due="2026-12-01T23:59:59")
    course.remember(week1)
    assert course.set("week1") == week1


def test_a_mistyped_set_names_the_nearest_one(tmp_path):
    course = init_course(tmp_path / "ds-2026")
    course.remember(CourseSet("week1", ()))
    with pytest.raises(UnknownName, match='Did you mean "week1"'):
        course.set("weak1")


@pytest.mark.parametrize("name", ["", ".hidden", "a/b", "a+b", "..", "a b", "-f", "x" * 101, "a\n"])
def test_names_that_are_no_safe_folders_are_refused(tmp_path, name):
    course = init_course(tmp_path / "ds-2026")
    with pytest.raises(WorkbookError, match="cannot be the name of a set"):
        course.remember(CourseSet(name, ()))
