"""A real nbgrader course: `nbgrader autograde` gives honest learners the points that we give."""

from __future__ import annotations

import copy
import logging

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions
from traitlets.config import Config

from grader.bank import codefile, load_exercise
from grader.bank.starter import starter
from grader.build.check import learner_path
from grader.cli.check import verdicts_on
from grader.submission import read_submission

SET = "set_1"

# Our notebooks hold starters, no solutions: there is nothing to clear, and a starter would be lost.
RELEASE = [
    step for step in GenerateAssignment.preprocessors.default() if step is not ClearSolutions
]

# What nbgrader says of every submission, whatever is in it.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Object of type <Submitted.*:sqlalchemy.exc.SAWarning",
    "ignore:.*Kernel is running over TCP without encryption",
)


@pytest.fixture(scope="module")
def assigned():
    return load_exercise("top_sellers")


@pytest.fixture(scope="module")
def submissions(assigned):
    """What learners hand in, by learner."""
    empty = nbformat.read(learner_path(assigned.id), as_version=4)
    first, second, *_ = assigned.answers.values()
    solutions = {a.name: codefile.solutions(assigned, a)[0] for a in assigned.answers.values()}
    misconceptions = [m.code for m in codefile.misconceptions(assigned, second)]
    wrong = next(code for code in misconceptions if code.language == "sql")
    bonus = {"break_it": codefile.worked_example(assigned).text}
    solved = with_sources(with_answers(empty, solutions), bonus)
    return {
        "solved": solved,
        "unsolved": empty,
        "half right": with_answers(empty, {first.name: solutions[first.name], second.name: wrong}),
        "explained": with_sources(empty, {"explain": "I asked what best-selling means."}),
        "not opened": without_setup(solved),
    }


def with_answers(notebook, codes):
    """The notebook with these files' SQL in its answer cells."""
    return with_sources(
        notebook, {name: f"%%sql {name}\n{code.text}" for name, code in codes.items()}
    )


def with_sources(notebook, sources):
    """The notebook with these sources in the cells of these nbgrader ids."""
    written = copy.deepcopy(notebook)
    for grade_id, source in sources.items():
        cell_of(written, grade_id).source = source
    return written


def without_setup(notebook):
    """The notebook without the line that opens the exercise."""
    stripped = copy.deepcopy(notebook)
    for cell in stripped.cells:
        if cell.source.startswith("%load_ext grader"):
            cell.source = "%load_ext grader"
    return stripped


def cell_of(notebook, grade_id):
    """The cell with this nbgrader id."""
    (cell,) = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    ]
    return cell


@pytest.fixture(scope="module")
def course(assigned, submissions, tmp_path_factory):
    """A course folder in which the set was generated, the submissions collected and autograded."""
    root = tmp_path_factory.mktemp("course")
    config = Config()
    config.CourseDirectory.root = str(root)
    config.GenerateAssignment.preprocessors = RELEASE
    api = NbGraderAPI(config=config)
    api.log.setLevel(logging.ERROR)
    write(root / "source" / SET, assigned, nbformat.read(learner_path(assigned.id), as_version=4))
    generated = api.generate_assignment(SET)
    assert generated["success"], generated["log"]
    for student, notebook in submissions.items():
        write(root / "submitted" / student / SET, assigned, notebook)
        graded = api.autograde(SET, student)
        assert graded["success"], graded["log"]
    return root


def write(folder, assigned, notebook):
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{assigned.id}.ipynb")


def points_in_gradebook(course, assigned, student) -> dict[str, float]:
    """nbgrader's automatic points by answer."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        notebook = gradebook.find_submission_notebook(assigned.id, SET, student)
        points = {grade.name: grade.auto_score for grade in notebook.grades}
    return {name: points[f"check_{name}"] for name in assigned.answers}


def points_of_ours(course, assigned, student) -> dict[str, float]:
    """The points that `workbook check` gives for the notebook that was handed in."""
    handed_in = course / "submitted" / student / SET / f"{assigned.id}.ipynb"
    verdicts = verdicts_on(assigned, read_submission(assigned, handed_in))
    return {verdict.answer: verdict.points for verdict in verdicts}


def test_the_released_notebook_still_holds_the_starters(course, assigned):
    released = nbformat.read(course / "release" / SET / f"{assigned.id}.ipynb", as_version=4)
    for answer in assigned.answers.values():
        assert cell_of(released, answer.name).source == starter(answer)


@pytest.mark.parametrize("student", ["solved", "unsolved", "half right"])
def test_nbgrader_gives_the_points_that_workbook_check_gives(course, assigned, student):
    assert points_in_gradebook(course, assigned, student) == points_of_ours(
        course, assigned, student
    )


def test_each_check_earns_its_own_points(course, assigned):
    first, *others = assigned.answers.values()
    assert points_in_gradebook(course, assigned, "half right") == {
        first.name: first.points,
        **{answer.name: 0 for answer in others},
    }


@pytest.mark.parametrize("student", ["solved", "unsolved"])
def test_the_bonus_is_no_part_of_the_score_or_of_the_most_that_can_be_had(course, student):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade("check_break_it", "top_sellers", SET, student)
        assert (grade.auto_score, grade.max_score, grade.needs_manual_grade) == (0, 0, False)


def test_the_bonus_is_in_the_report_of_the_autograded_notebook(course, assigned):
    graded = course / "autograded" / "solved" / SET / f"{assigned.id}.ipynb"
    report = cell_of(nbformat.read(graded, as_version=4), "check_break_it").outputs[0]
    assert report.data["text/plain"].startswith("✓ break_it: your example breaks it")


def test_an_explanation_that_was_written_waits_for_a_person(course, assigned):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade("explain", assigned.id, SET, "explained")
        assert (grade.auto_score, grade.needs_manual_grade) == (None, True)
        assert grade.max_score == len(assigned.rubric)


def test_an_explanation_that_was_not_written_earns_nothing(course, assigned):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade("explain", assigned.id, SET, "unsolved")
        assert (grade.auto_score, grade.needs_manual_grade) == (0, False)


def test_a_notebook_whose_exercise_was_never_opened_earns_nothing(course, assigned):
    assert points_in_gradebook(course, assigned, "not opened") == dict.fromkeys(assigned.answers, 0)


def test_the_learner_can_read_why_in_the_autograded_notebook(course, assigned):
    graded = course / "autograded" / "half right" / SET / f"{assigned.id}.ipynb"
    second = list(assigned.answers)[1]
    shown = nbformat.read(graded, as_version=4)
    report = cell_of(shown, f"check_{second}").outputs[0]
    assert report.data["text/plain"].startswith(f"✗ {second}: wrong on")
