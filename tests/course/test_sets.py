"""Sets: chosen from the bank, made with the real nbgrader, not changed after they were handed in."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import pytest
from by_hand import notebook_grade, rows

from grader.bank import load_exercise
from grader.bank.starter import starter
from grader.course.folder import CourseSet
from grader.course.gradebook import write_grades
from grader.course.sets import assign, choose, parse_due
from grader.errors import UnknownName, WorkbookError


def graded_cells(course, exercise):
    path = course.release / "week1" / f"{exercise}.ipynb"
    cells = [c for c in nbformat.read(path, as_version=4).cells if "nbgrader" in c.metadata]
    return {cell.metadata.nbgrader.grade_id: cell for cell in cells}


def test_the_release_holds_our_starters_and_locked_check_cells(course):
    cells = graded_cells(course, "spending")
    answer = load_exercise("spending").answers["customer_spend"]
    assert cells["customer_spend"].source == starter(answer)
    assert cells["check_customer_spend"].metadata.editable is False


def test_the_gradebook_knows_the_set_with_its_due_date(course):
    found = rows(course, "SELECT name, duedate FROM assignment")
    assert found == [("week1", "2026-12-01 12:00:00.000000")]
    assert {name for (name,) in rows(course, "SELECT name FROM notebook")} == {
        "spending",
        "longest_runs",
    }


def test_a_set_can_be_made_again_with_other_exercises_before_it_is_handed_in(course):
    made = assign(course, CourseSet("week1", ("spending",)))
    assert list(course.workbook.glob("tmp*")) == []
    assert made.due == "2026-12-01T12:00:00"
    assert [path.name for path in (course.release / "week1").iterdir()] == ["spending.ipynb"]
    assert rows(course, "SELECT name FROM notebook") == [("spending",)]


def test_a_set_that_was_handed_in_changes_its_due_date_only(course, hand_in):
    hand_in("ada")
    with pytest.raises(WorkbookError, match="was handed in already"):
        assign(course, CourseSet("week1", ("spending",)))
    assign(course, CourseSet("week1", ("spending", "longest_runs"), due="2026-12-08T12:00:00"))
    assert rows(course, "SELECT duedate FROM assignment") == [("2026-12-08 12:00:00.000000",)]
    assert course.set("week1").due == "2026-12-08T12:00:00"


def test_what_nbgrader_refuses_leaves_the_release_as_it_was(course, hand_in):
    hand_in("ada")
    write_grades(course, [notebook_grade("ada")])
    before = {path: path.read_bytes() for path in (course.release / "week1").iterdir()}
    with pytest.raises(WorkbookError, match="Cannot modify existing assignment"):
        assign(course, CourseSet("week1", ("spending",)), force=True)
    assert {path: path.read_bytes() for path in (course.release / "week1").iterdir()} == before
    assert course.set("week1").exercises == ("spending", "longest_runs")


def test_an_nbgrader_that_would_clear_the_starters_is_found_out(course):
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace("nbgrader.preprocessors.ClearOutput", _CLEAR))
    with pytest.raises(WorkbookError, match="is not as it was written"):
        assign(course, CourseSet("week1", ("spending", "longest_runs")))


_CLEAR = "nbgrader.preprocessors.ClearSolutions"


def test_a_failure_of_nbgrader_shows_its_own_complaint(course):
    (course.source / "week1" / "notes.ipynb").write_text("{")
    with pytest.raises(
        WorkbookError, match="nbgrader generate_assignment week1 --force failed"
    ) as e:
        assign(course, CourseSet("week1", ("spending", "longest_runs")))
    assert "There was an error processing assignment" in str(e.value)


def test_filters_choose_in_the_order_of_the_curriculum(toy):
    assert choose() == ("spending", "longest_runs")
    assert choose(track="coding") == ("spending",)
    assert choose(tag="joins") == ("spending",)


def test_what_other_sets_have_used_is_chosen_last(toy):
    assert choose(count=1) == ("spending",)
    assert choose(count=1, used=["spending"]) == ("longest_runs",)


def test_asking_for_more_than_there_is_says_how_many_there_are(toy):
    with pytest.raises(WorkbookError, match="2 of the bank's exercises fit"):
        choose(count=3)


def test_a_mistyped_tag_names_the_nearest_one(toy):
    with pytest.raises(UnknownName, match='Did you mean "joins"'):
        choose(tag="join")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-12-01", "2026-12-01T23:59:59"),
        ("2026-12-01T18:00", "2026-12-01T18:00:00"),
        ("2026-12-01T18:00+01:00", "2026-12-01T17:00:00"),
        ("2026-12-01 18:00Z", "2026-12-01T18:00:00"),
    ],
)
def test_due_dates_are_in_utc(text, utc):
    assert parse_due(text) == utc


def test_a_due_date_that_is_none_shows_how_to_write_one():
    with pytest.raises(WorkbookError, match="Write 2026-12-01"):
        parse_due("next week")


def test_the_commands_make_a_course_from_nothing(toy, tmp_path):
    def workbook(*words, cwd=tmp_path):
        command = [sys.executable, "-m", "grader", *words]
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)

    assert workbook("course", "init", "ds").returncode == 0
    (tmp_path / "roster.csv").write_text("id,first_name\nada,Ada\n")
    inside = tmp_path / "ds"
    added = workbook("students", "import", "../roster.csv", cwd=inside)
    assert added.stdout == "1 added, 0 changed, 0 as they were.\n", added.stderr
    made = workbook("assign", "week1", "--count", "1", "--due", "2026-12-01", cwd=inside)
    assert "spending, due 2026-12-01T23:59:59 UTC" in made.stdout, made.stderr
    assert (inside / "release/week1/spending.ipynb").is_file()
