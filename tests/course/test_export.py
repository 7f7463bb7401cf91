"""Exported tables: ours, Canvas's and Moodle's, and nbgrader's own exporter."""

from __future__ import annotations

import csv
import io
import subprocess
import sys

import pytest
from by_hand import answer_grade, change, notebook_grade

from grader.course.export import Format, export, still_open
from grader.course.gradebook import write_grades
from grader.course.nbgrader_command import run_nbgrader
from grader.course.roster import Learner, import_roster
from grader.course.standing import class_standing


@pytest.fixture
def graded(course, hand_in):
    """Ada handed in an hour late; bo handed in nothing."""
    hand_in("ada", "2026-12-01 13:00:00 UTC")
    bonus = answer_grade("break_it", 0.5, 1)
    runs = notebook_grade("ada", "longest_runs", points=2.25, written={})
    write_grades(course, [notebook_grade("ada", bonus=bonus), runs])
    return course


def table(course, format):
    return list(csv.reader(io.StringIO(export(class_standing(course, "week1"), format))))


def test_our_own_table_has_every_exercise_and_what_is_still_open(graded):
    head, bo, ada = table(graded, Format.CSV)
    assert dict(zip(head, ada, strict=True)) == {
        "student": "ada",
        "last_name": "Byron",
        "first_name": "Ada",
        "email": "ada@x.org",
        "spending": "3",
        "longest_runs": "2.25",
        "bonus": "0.5",
        "total": "5.75",
        "max": "12",
        "needs_manual_grade": "yes",
        "late_seconds": "3600",
    }
    assert bo == ["bo", "", "Bo", *[""] * 8]


def test_canvas_finds_learners_and_the_points_possible(graded):
    head, possible, bo, ada = table(graded, Format.CANVAS)
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "week1"]
    assert possible == ["    Points Possible", "", "", "", "", "12"]
    assert ada == ["Byron, Ada", "", "", "ada", "", "5.75"]
    assert bo == ["Bo", "", "", "bo", "", ""]


def test_moodle_has_a_grade_and_a_comment(graded):
    head, bo, ada = table(graded, Format.MOODLE)
    assert head[0] == "ID number" and head[3:] == ["Email address", "week1", "week1 feedback"]
    assert ada[4] == "5.75" and "longest_runs: 2.25" in ada[5]
    assert bo[4:] == ["", ""]


def test_a_persons_score_counts_before_the_machines(graded):
    change(
        graded,
        """UPDATE grade SET manual_score = 3 WHERE cell_id IN
        (SELECT id FROM base_cell WHERE name = 'check_customer_spend')""",
    )
    assert table(graded, Format.CANVAS)[3][5] == "7.25"


def test_a_total_that_is_not_known_is_empty_and_said_so(course):
    write_grades(course, [notebook_grade("bo", points=None)])
    standing = class_standing(course, "week1")
    assert table(course, Format.CANVAS)[2][5] == ""
    assert still_open(standing) == ["No total yet, a person must look: bo."]


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", " =1", "\t=1"])
@pytest.mark.parametrize("format", list(Format))
def test_no_name_becomes_a_formula(course, name, format):
    import_roster(course, [Learner("bo", name, name, name)])
    cells = [cell for row in table(course, format) for cell in row]
    assert any(name in cell for cell in cells)
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_command_writes_a_file_and_says_what_is_open(graded, tmp_path):
    command = [sys.executable, "-m", "grader", "export", "week1", "--format", "canvas"]
    done = subprocess.run(
        [*command, "--course", str(graded.root), "--to", str(tmp_path / "canvas.csv")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "2 learners in" in done.stdout
    assert "explanations wait for a person: ada" in done.stderr
    assert (tmp_path / "canvas.csv").read_text() == export(
        class_standing(graded, "week1"), Format.CANVAS
    )


def test_nbgraders_own_export_works(graded):
    run_nbgrader(graded, "export", "--to=grades.csv")
    (ada,) = (r for r in (graded.root / "grades.csv").read_text().splitlines() if ",ada," in r)
    assert ada.endswith(",5.75,0.0,5.75,12.0")
