"""``workbook demo``: a class that was made up, graded with the real grader and sandbox."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from grader.bank import load_exercise
from grader.course.folder import open_course, safe_name
from grader.demo.cast import Kind, simulate
from grader.demo.people import MOST, made_up
from grader.grading.journal import Journal
from grader.grading.result import State

TOY = Path(__file__).parents[1] / "toy"
ROOT = Path(__file__).parents[2]
TOYS = ("spending", "longest_runs")
MOST_OF_TOYS = {"spending": 5.0, "longest_runs": 4.0}
SET = "week1"


@dataclass(frozen=True)
class Demo:
    """A demo that ran: its folder, what it printed, its exit status."""

    folder: Path
    out: str
    status: int

    def exported(self) -> list[dict[str, str]]:
        table = workbook(TOY, self.folder, "export", SET, "--course", self.folder).stdout
        return list(csv.DictReader(table.splitlines()))

    def points(self, student: str) -> dict[str, str]:
        (row,) = [row for row in self.exported() if row["student"] == student]
        return {exercise: row[exercise] for exercise in TOYS}


def workbook(home: Path, cwd: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader", *map(str, words)]
    environment = {**os.environ, "WORKBOOK_HOME": str(home), "COLUMNS": "80"}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def run_demo(home: Path, folder: Path, *words: object) -> Demo:
    done = workbook(home, folder.parent, "demo", folder.name, "--no-browser", *words)
    return Demo(folder, done.stdout, done.returncode)


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Demo:
    return run_demo(TOY, tmp_path_factory.mktemp("teaching") / "demo-course")


@pytest.fixture
def cast(toy):
    """The class of the demo on the toy workbook."""
    return simulate([load_exercise(id) for id in TOYS], 12)


def of_kind(cast, kind):
    return [one.learner.id for one in cast if one.kind is kind]


def grades(demo):
    return Journal(open_course(demo.folder).journal).grades()


# The class.


def test_the_same_class_every_time(cast, toy):
    assert cast == simulate([load_exercise(id) for id in TOYS], 12)


def test_a_larger_class_begins_with_the_same_learners(cast, toy):
    larger = simulate([load_exercise(id) for id in TOYS], 40)
    assert (len(larger), larger[:12]) == (40, cast)


def test_every_kind_of_learner_is_in_it(cast):
    assert {one.kind for one in cast} == set(Kind)


def test_a_class_without_hostile_learners_is_as_large(toy):
    tame = simulate([load_exercise(id) for id in TOYS], 12, hostile=False)
    assert len(tame) == 12
    assert Kind.HOSTILE not in {one.kind for one in tame}


def test_no_two_learners_have_the_same_id_and_every_id_can_be_a_folder():
    ids = [safe_name("student", learner.id) for learner in made_up(MOST, Random(1))]
    assert len(set(ids)) == MOST == 600


# A run.


def test_that_some_need_a_person_is_no_failure_of_the_demo(demo):
    assert any(grade.state is State.ATTENTION for grade in grades(demo).values())
    assert demo.status == 0, demo.out


def test_whoever_is_right_has_full_marks(demo, cast):
    for student in of_kind(cast, Kind.RIGHT):
        earned = {exercise: grades(demo)[student, SET, exercise].points for exercise in TOYS}
        assert earned == MOST_OF_TOYS, student


def test_whoever_is_mistaken_has_not(demo, cast):
    for student in of_kind(cast, Kind.MISTAKEN):
        assert all(grades(demo)[student, SET, e].points < MOST_OF_TOYS[e] for e in TOYS), student


def test_hostile_learners_get_nothing(demo, cast):
    students = of_kind(cast, Kind.HOSTILE)
    assert [grade.points for (who, _, _), grade in grades(demo).items() if who in students] == [
        0
    ] * (len(students) * len(TOYS))
    assert "Points that they got: 0." in demo.out


def test_every_attack_is_told(demo, cast):
    for one in cast:
        for attack in one.attacks.values():
            assert attack.tries in demo.out


def test_a_corrupt_file_waits_for_a_person_and_costs_no_points(demo, cast):
    (student,) = [one.learner.id for one in cast if one.story.startswith("corrupt")]
    assert grades(demo)[student, SET, "spending"].state is State.ATTENTION
    assert demo.points(student)["spending"] == ""


def test_an_endless_loop_costs_that_answer_only(demo, cast):
    (student,) = [one.learner.id for one in cast if one.story == "endless loop"]
    statuses = {a.name: a.status for a in grades(demo)[student, SET, "spending"].answers}
    assert statuses == {"customer_spend": "correct", "spend_shares": "timeout"}


def test_the_feedback_page_that_it_names_is_there(demo):
    (page,) = re.findall(r"^/.*\.html$", demo.out, re.M)
    assert "exactly what this slip" in Path(page).read_text() or "Why" in Path(page).read_text()


def test_its_own_tables_fit_80_columns(demo):
    own = demo.out[demo.out.index("The gradebook") :]
    assert [line for line in own.splitlines() if len(line) > 80 and line[0] != "/"] == []


def test_the_commands_it_shows_are_there(demo):
    shown = set(re.findall(r"^\$ workbook (\w+)", demo.out, re.M))
    assert shown == {"course", "assign", "students", "grade", "export", "feedback"}
    listed = workbook(TOY, demo.folder, "--help").stdout
    assert all(re.search(rf"^\W*{command}\b", listed, re.M) for command in shown)


# Again, and elsewhere.


def test_a_second_run_goes_on_and_grades_only_what_needs_a_person(demo):
    before = demo.exported()
    again = run_demo(TOY, demo.folder)
    assert again.status == 0
    assert "from an earlier demo" in again.out
    unsettled = sum(grade.state is State.ATTENTION for grade in grades(demo).values())
    assert f"{24 - unsettled} notebooks unchanged since last time: not graded again." in again.out
    assert again.exported() == before


def test_it_leaves_alone_what_is_no_demo(tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter1.txt").write_text("Once upon a time")
    done = workbook(TOY, tmp_path, "demo", "thesis", "--no-browser")
    assert done.returncode == 2
    assert "thesis is there already, and is no demo: it stays as it is." in done.stderr
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter1.txt"]


def test_on_the_exercises_of_the_bank_right_is_right_and_hostile_gets_nothing(tmp_path):
    demo = run_demo(ROOT, tmp_path / "demo-course", "--students", 5)
    assert demo.status == 0, demo.out
    exercises = [load_exercise(id) for id in open_course(demo.folder).set(SET).exercises]
    cast = simulate(exercises, 5)
    right, hostile = of_kind(cast, Kind.RIGHT), of_kind(cast, Kind.HOSTILE)
    assert (len(right), len(hostile)) == (2, 1)
    for (student, _, exercise), grade in grades(demo).items():
        if student in right:
            assert grade.points == grade.max_points, (student, exercise)
        if student in hostile:
            assert grade.points == 0, (student, exercise)
