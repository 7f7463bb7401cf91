"""Every attack is contained: no unearned point, no neighbour harmed, nothing changed, left or sent."""

from __future__ import annotations

import json

from graded_class import Graded
from nbgrader.api import Gradebook, MissingEntry
from stage import EXERCISES, SET

from grader.grading.result import State, to_json


def test_an_attack_earns_nothing(attack, graded: Graded):
    """Its grade is there; what it did not deserve has 0 points, or waits for a person."""
    grade = graded.grade_of(attack)
    assert grade is not None, f"nothing is known about it.\n{graded.done.stderr.decode()[-2000:]}"
    for answer in grade.answers:
        deserved = attack.earns.get(answer.name, 0)
        if grade.state is State.GRADED or answer.points is not None:
            assert answer.points == deserved, answer.report
    bonus = grade.bonus.points if grade.bonus else None
    assert (bonus or 0) == attack.earns.get("break_it", 0)
    if attack.attention is not None:
        assert (grade.state is State.ATTENTION) == attack.attention, grade.complaint
    if attack.earns:
        assert grade.state is State.GRADED, grade.complaint


def test_an_attack_leaves_no_trace(attack, graded: Graded):
    """What it looked for is in no record; what it was to leave behind is not there."""
    if attack.leaks:
        for grade in graded.grades.values():
            found = to_json(grade)
            said = json.dumps([found["answers"], found["bonus"]], ensure_ascii=False)
            assert attack.leaks not in said, grade.student
        assert attack.leaks.encode("utf-8", "surrogatepass") not in graded.done.stdout
    assert attack.name not in graded.complaints, graded.complaints[attack.name]


def test_honest_neighbours_have_full_marks(graded: Graded):
    wrong = {}
    for student in graded.stage.honest:
        for exercise in EXERCISES:
            grade = graded.grades.get((student, exercise))
            points = grade and [(a.name, a.points, a.max_points) for a in grade.answers]
            if not grade or grade.state is not State.GRADED or grade.points != grade.max_points:
                wrong[student, exercise] = grade.complaint or points if grade else "no grade"
    assert not wrong


def test_the_run_ends_in_order(graded: Graded):
    """Status 1: all is done, and some notebooks need a person. No traceback."""
    assert graded.done.returncode in (0, 1), graded.done.stderr.decode()[-3000:]
    assert b"Traceback" not in graded.done.stderr
    assert b"\x1b]0;" not in graded.done.stdout + graded.done.stderr


def test_no_file_is_changed(graded: Graded):
    assert not graded.changed


def test_records_stay_small(graded: Graded):
    """Whatever a learner returned, a line of the journal is for a person to read."""
    lines = (graded.stage.scene.course / "workbook" / "journal.jsonl").read_bytes().splitlines()
    assert max(map(len, lines)) < 2_000_000


def test_nothing_is_left_running(graded: Graded):
    assert not graded.left


def test_nothing_is_sent(graded: Graded):
    assert not graded.heard


def test_the_gradebook_says_the_same(graded: Graded):
    """Automatic points are those of the journal, and nobody gave points by hand."""
    course = graded.stage.scene.course
    odd = []
    with Gradebook(f"sqlite:///{course}/gradebook.db", course_id=course.name) as book:
        for (student, exercise), grade in graded.grades.items():
            try:
                notebook = book.find_submission_notebook(exercise, SET, student)
            except MissingEntry:
                if student in graded.stage.honest:
                    odd.append((student, exercise, "not in the gradebook"))
                continue
            known = {answer.name: answer.points for answer in grade.answers}
            bonus = {"check_break_it": grade.bonus.points} if grade.bonus else {}
            for cell in notebook.grades:
                name = cell.name.removeprefix("check_")
                if cell.manual_score is not None:
                    odd.append((student, cell.name, "points given by hand"))
                if (cell.extra_credit or 0) != (bonus.get(cell.name) or 0):
                    odd.append((student, cell.name, "another bonus", cell.extra_credit))
                if name in known and cell.auto_score != known[name]:
                    odd.append((student, cell.name, cell.auto_score, known[name]))
    assert not odd
