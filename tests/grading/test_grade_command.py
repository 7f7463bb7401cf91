"""``workbook grade``: what is graded, what is left alone, what it prints, how it exits."""

from __future__ import annotations

import sqlite3
import sys

import pytest
from toy_class import (
    SET,
    autograded,
    copy_of,
    everything,
    grade,
    gradebook,
    hand_in,
    hand_in_class,
    journal,
    lines,
    new_course,
    right,
    scores,
    toy_workbook,
    wrong,
)

from grader.course.autograded import write_autograded
from grader.course.folder import Course
from grader.grading.journal import Journal
from grader.grading.result import Detail

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the safe sandbox needs Linux")


@pytest.fixture(scope="module", autouse=True)
def toys():
    with toy_workbook():
        yield


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> Course:
    """A course whose class was graded by two workers."""
    course = new_course(tmp_path_factory.mktemp("graded") / "course")
    hand_in_class(course, copies=1)
    done = grade(course, "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert "8 learners, 16 notebooks, of which 1 need a person" in done.stdout
    return course


@pytest.fixture
def course(graded, tmp_path) -> Course:
    """A copy of it for a test to change."""
    return copy_of(graded, tmp_path / "course")


def statuses(course: Course, student: str) -> dict[str, str]:
    grades = [grade for (who, _, _), grade in journal(course).items() if who == student]
    return {answer.name: answer.status for grade in grades for answer in grade.answers}


# What comes out.


@pytest.mark.parametrize(
    ("student", "spend", "shares", "runs"),
    [
        ("right0", "correct", "correct", "correct"),
        ("wrong0", "wrong", "wrong", "wrong"),
        ("recursion0", "correct", "correct", "error"),
        ("crash0", "correct", "correct", "error"),
        ("corrupt0", "ungraded", "ungraded", "wrong"),
        ("partial0", "wrong", "wrong", "missing"),
        ("untouched0", "missing", "missing", "missing"),
        ("odd0", "error", "missing", "missing"),
    ],
)
def test_each_way_to_hand_in_is_told_apart(graded, student, spend, shares, runs):
    assert statuses(graded, student) == {
        "customer_spend": spend,
        "spend_shares": shares,
        "longest_runs": runs,
    }


def test_points_are_in_the_gradebook_and_explanations_wait_for_a_person(graded):
    assert scores(graded, "right0") == {
        "spending.check_customer_spend": (3.0, None, False),
        "spending.check_spend_shares": (2.0, None, False),
        "spending.check_break_it": (0.0, None, False),
        "spending.explain": (None, None, True),
        "longest_runs.check_longest_runs": (4.0, None, False),
        "longest_runs.check_break_it": (0.0, None, False),
        "longest_runs.explain": (None, None, True),
    }


def test_what_cannot_be_read_is_a_persons_and_no_zero(graded):
    assert scores(graded, "corrupt0")["spending.check_customer_spend"] == (None, None, True)
    assert scores(graded, "corrupt0")["longest_runs.check_longest_runs"][0] is not None


# How it exits.


def test_all_graded_is_status_0_and_the_summary_is_of_those_who_were_asked_for(course):
    done = grade(course, "--student", "right0", "--student", "wrong0")
    assert done.returncode == 0
    assert "4 notebooks unchanged since last time: not graded again." in done.stdout
    assert "2 learners, 4 notebooks, of which 0 need a person" in done.stdout
    (line,) = [line for line in done.stdout.splitlines() if "customer_spend" in line]
    assert line.split()[1:3] == ["1", "1"]  # right, wrong


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--student", "rihgt0"], 'Did you mean "right0"?'),
        (["--course", "nowhere"], "There is no course at"),
    ],
)
def test_what_cannot_be_done_is_status_2_and_says_why(graded, words, said):
    done = grade(graded, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


# What is left alone.


def test_unchanged_submissions_are_not_graded_again_but_those_that_need_a_person_are(course):
    before, known = everything(course), lines(course)
    done = grade(course)
    assert done.returncode == 1
    assert "15 notebooks unchanged since last time: not graded again." in done.stdout
    assert "! corrupt0 spending:" in done.stdout
    assert lines(course) == known + 1
    assert everything(course) == before


def test_a_changed_submission_is_graded_alone(course):
    before, known = journal(course), lines(course)
    hand_in(course, "wrong0", wrong() | {"longest_runs": right()["longest_runs"]}, at="11:00:00")
    done = grade(course, "--student", "wrong0", "--student", "right0")
    assert "3 notebooks unchanged since last time: not graded again." in done.stdout
    assert lines(course) == known + 1
    after = journal(course)
    assert [place for place in after if after[place] != before[place]] == [
        ("wrong0", SET, "longest_runs")
    ]
    assert scores(course, "wrong0")["longest_runs.check_longest_runs"][0] == 4.0


def test_a_detail_that_feedback_has_chosen_stays(course):
    grades = [g for (who, _, _), g in Journal(course.journal).grades().items() if who == "wrong0"]
    write_autograded(course, SET, "wrong0", grades, Detail.NONE)
    quiet = autograded(course)
    assert b"wrong on" not in quiet["wrong0/week1/longest_runs.ipynb"]
    hand_in(
        course, "wrong0", wrong() | {"longest_runs": "def longest_runs(text, k):\n    return 1"}
    )
    assert grade(course, "--student", "wrong0", "--student", "right0").returncode == 0
    after = autograded(course)
    assert b"return 1" in after["wrong0/week1/longest_runs.ipynb"]
    assert b"wrong on" not in after["wrong0/week1/longest_runs.ipynb"]
    assert after["wrong0/week1/spending.ipynb"] == quiet["wrong0/week1/spending.ipynb"]
    assert after["right0/week1/spending.ipynb"] == quiet["right0/week1/spending.ipynb"]


def test_a_notebook_that_was_lost_from_autograded_is_written_again(course):
    before = autograded(course)
    (course.autograded / "right0/week1/spending.ipynb").unlink()
    grade(course, "--student", "right0")
    assert autograded(course) == before


# The same again.


def test_grades_do_not_depend_on_the_number_of_workers(course):
    before, known = everything(course), lines(course)
    assert grade(course, "--force", "--jobs", "1").returncode == 1  # there were two
    assert lines(course) == known + 16
    assert everything(course) == before


# What people and better days have left.


def test_a_score_that_a_person_gave_survives_a_new_run(course):
    with sqlite3.connect(course.gradebook) as connection:
        connection.execute(
            "UPDATE grade SET manual_score = 2, needs_manual_grade = 0 WHERE cell_id IN "
            "(SELECT id FROM base_cell WHERE name IN ('explain', 'check_customer_spend'))"
        )
    before = gradebook(course)
    assert grade(course, "--force", "--student", "right0", "--student", "wrong0").returncode == 0
    assert gradebook(course) == before


def test_points_once_earned_stay_when_what_is_handed_in_later_cannot_be_read(course):
    folder = hand_in(course, "right0", right(), at="12:00:00")
    (folder / "spending.ipynb").write_bytes(b"\x00 no notebook")
    done = grade(course, "--student", "right0")
    assert done.returncode == 1
    assert "! right0 spending:" in done.stdout
    found = scores(course, "right0")
    assert found["spending.check_customer_spend"] == (3.0, None, True)
    assert found["spending.check_spend_shares"] == (2.0, None, True)
    assert found["longest_runs.check_longest_runs"] == (4.0, None, False)
