"""Grades in gradebook.db: right, repeatable, whole for each learner, kind to what people wrote."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import time

import pytest
from by_hand import answer_grade, change, dump, notebook_grade, rows, scores
from nbgrader.api import Gradebook

from grader.build.notebook import EXPLAIN_HERE
from grader.course.gradebook import write_grades
from grader.errors import WorkbookError
from grader.grading.result import State

OF_A_PERSON = """UPDATE grade SET manual_score = 1, needs_manual_grade = 0 WHERE cell_id IN
    (SELECT id FROM base_cell WHERE name = '{}')"""


def test_every_answer_has_its_points_and_what_is_written_waits_for_a_person(course, hand_in):
    hand_in("ada")
    write_grades(course, [notebook_grade("ada", bonus=answer_grade("break_it", 0.5, 1))])
    assert scores(course, "ada") == {
        "check_customer_spend": (1.5, None, None, False),
        "check_spend_shares": (1.5, None, None, False),
        "check_break_it": (0.0, None, 0.5, False),
        "explain": (None, None, None, True),
    }


def test_nbgraders_own_gradebook_reads_the_same(course, hand_in):
    hand_in("ada", "2026-12-01 13:00:00.000000 CET")
    write_grades(course, [notebook_grade("ada", bonus=answer_grade("break_it", 0.5, 1))])
    with Gradebook(f"sqlite:///{course.gradebook}", "ds-2026") as gradebook:
        submission = gradebook.find_submission("week1", "ada")
        assert submission.score == 3.5
        assert submission.timestamp.isoformat() == "2026-12-01T12:00:00"
        assert submission.total_seconds_late == 0
        assert {notebook.name for notebook in submission.notebooks} == {"spending", "longest_runs"}
        assert len(gradebook.find_submission_notebook("spending", "week1", "ada").comments) == 4


def test_points_that_are_not_known_wait_for_a_person_and_replace_nothing(course):
    write_grades(course, [notebook_grade("ada", points=1.5)])
    write_grades(course, [notebook_grade("ada", points=None)])
    assert scores(course, "ada")["check_customer_spend"] == (1.5, None, None, True)


def test_points_that_were_never_known_are_not_zero(course):
    write_grades(course, [notebook_grade("ada", answers=(), written={}, state=State.ATTENTION)])
    assert set(scores(course, "ada").values()) == {(None, None, None, True)}


@pytest.mark.parametrize("text", ["", "  \n", EXPLAIN_HERE])
def test_an_explanation_that_was_not_written_needs_nobody(course, text):
    write_grades(course, [notebook_grade("ada", written={"explain": text})])
    assert scores(course, "ada")["explain"] == (0.0, None, None, False)


def test_writing_again_changes_nothing(course, hand_in):
    hand_in("ada")
    grades = [notebook_grade("ada"), notebook_grade("ada", "longest_runs"), notebook_grade("bo")]
    write_grades(course, grades)
    before = course.gradebook.read_bytes()
    write_grades(course, grades)
    write_grades(course, reversed(grades))
    assert course.gradebook.read_bytes()[100:] == before[100:]


def test_a_persons_score_survives(course, hand_in):
    hand_in("ada")
    write_grades(course, [notebook_grade("ada")])
    change(course, OF_A_PERSON.format("explain"))
    write_grades(course, [notebook_grade("ada", points=2.0)])
    assert scores(course, "ada")["explain"] == (None, 1.0, None, False)


def test_a_persons_score_needs_another_look_when_the_learner_hands_in_anew(course, hand_in):
    hand_in("ada")
    write_grades(course, [notebook_grade("ada")])
    change(course, OF_A_PERSON.format("check_customer_spend"))
    hand_in("ada", "2026-12-02 11:00:00 UTC")
    for _ in range(2):
        write_grades(course, [notebook_grade("ada", points=2.0)])
        assert scores(course, "ada")["check_customer_spend"] == (2.0, 1.0, None, True)


def test_a_bonus_that_is_gone_is_gone_from_the_gradebook(course):
    write_grades(course, [notebook_grade("ada", bonus=answer_grade("break_it", 1, 1))])
    write_grades(course, [notebook_grade("ada")])
    assert scores(course, "ada")["check_break_it"] == (0.0, None, None, False)


def test_a_learner_who_is_not_on_the_roster_is_graded(course):
    write_grades(course, [notebook_grade("stranger")])
    assert rows(course, "SELECT id FROM student WHERE id = 'stranger'") == [("stranger",)]


@pytest.mark.parametrize(
    "text", ["yesterday", "9" * 90, "\0", "9999-12-31 23:59:59 -2300", "x" * 999]
)
def test_a_broken_timestamp_is_none(course, hand_in, text):
    hand_in("ada", text)
    write_grades(course, [notebook_grade("ada")])
    assert rows(course, "SELECT timestamp FROM submitted_assignment") == [(None,)]


def test_an_answer_the_gradebook_does_not_know_is_not_lost_in_silence(course):
    grade = notebook_grade("ada", answers=(answer_grade("new_answer", 1, 1),))
    with pytest.raises(WorkbookError, match="check_new_answer"):
        write_grades(course, [grade])


def test_a_gradebook_that_others_hold_is_waited_for(course):
    holder = sqlite3.connect(course.gradebook, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(WorkbookError, match=r"locked.*safe in workbook/journal.jsonl"):
        write_grades(course, [notebook_grade("ada")], patience=0.2)
    holder.execute("COMMIT")
    write_grades(course, [notebook_grade("ada")], patience=0.2)
    assert scores(course, "ada")


def test_a_gradebook_that_is_broken_says_that_grades_are_safe(course):
    course.gradebook.write_bytes(b"no database" * 1000)
    with pytest.raises(WorkbookError, match=r"safe in workbook/journal.jsonl"):
        write_grades(course, [notebook_grade("ada")])


def test_killed_anywhere_every_learner_is_there_whole_or_not_at_all(course, tmp_path):
    learners = [f"s{number:02}" for number in range(60)]
    exercises = ("spending", "longest_runs")
    grades = [notebook_grade(learner, exercise) for learner in learners for exercise in exercises]
    empty = course.gradebook.read_bytes()
    started = time.perf_counter()
    write_grades(course, grades)
    seconds, undisturbed = time.perf_counter() - started, dump(course)
    each = len(undisturbed) // len(learners)
    rng = random.Random(4)
    for _ in range(8):
        course.gradebook.write_bytes(empty)
        writer = multiprocessing.get_context("fork").Process(
            target=write_grades, args=(course, grades)
        )
        writer.start()
        writer.join(rng.uniform(0, seconds))
        writer.kill()
        writer.join()
        left = dump(course)
        assert all(left.count(row) == undisturbed.count(row) for row in left)
        assert len(left) % each == 0
        write_grades(course, grades)
        assert dump(course) == undisturbed
