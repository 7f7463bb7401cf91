"""Every notebook of the bank, as a learner meets it: empty, then solved, in a real kernel."""

from __future__ import annotations

import copy

import pytest
from nbgrader.nbgraderformat import MetadataValidator

from grader.bank import codefile, exercise_ids, load_exercise
from grader.build.check import stale_files, stale_index


def answered(notebook, exercise):
    """The notebook with the second worked solution in every answer cell."""
    solved = copy.deepcopy(notebook)
    for answer in exercise.answers.values():
        code = codefile.solutions(exercise, answer)[1]
        magic = f"%%sql {answer.name}\n" if code.language == "sql" else ""
        cell_of(solved, answer.name).source = magic + code.text
    return solved


def cell_of(notebook, grade_id: str):
    """The cell with this nbgrader id."""
    (cell,) = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    ]
    return cell


def reports(notebook, exercise) -> dict[str, str]:
    """What each check cell shows, as plain text, by answer."""
    return {
        name: "\n".join(
            output.data["text/plain"] for output in cell_of(notebook, f"check_{name}").outputs
        )
        for name in exercise.answers
    }


def headlines(notebook, exercise) -> dict[str, str]:
    """The mark of each report, and its first words."""
    return {
        name: " ".join(report.splitlines()[0].split()[:4])
        for name, report in reports(notebook, exercise).items()
    }


def test_an_empty_notebook_runs_to_its_end_and_every_check_says_not_attempted(
    exercise, learners_notebook, run_notebook
):
    done = run_notebook(learners_notebook(exercise))
    assert headlines(done, exercise) == {
        name: f"○ {name}: not attempted" for name in exercise.answers
    }


@pytest.mark.parametrize("solved", ["top_sellers", "top_k_words", "dau_drop"])
def test_a_solved_notebook_runs_to_its_end_and_every_check_passes(
    solved, learners_notebook, run_notebook
):
    """With the second solutions; nbval runs the worked notebooks of all exercises with the first."""
    exercise = load_exercise(solved)
    done = run_notebook(answered(learners_notebook(exercise), exercise))
    assert headlines(done, exercise) == {name: f"✓ {name}: right on" for name in exercise.answers}


def test_what_is_committed_is_what_the_folder_builds(exercise):
    assert list(stale_files(exercise)) == []


def test_the_index_is_what_the_bank_builds():
    assert stale_index([load_exercise(name) for name in exercise_ids()]) == []


def test_nbgrader_accepts_the_metadata_of_every_cell(exercise, learners_notebook):
    MetadataValidator().validate_nb(learners_notebook(exercise))


def test_nbgrader_finds_an_answer_cell_and_a_locked_check_with_its_points_for_each_answer(
    exercise, learners_notebook
):
    notebook = learners_notebook(exercise)
    for answer in exercise.answers.values():
        assert cell_of(notebook, answer.name).metadata.nbgrader.solution
        check = cell_of(notebook, f"check_{answer.name}").metadata.nbgrader
        assert (check.grade, check.locked, check.points) == (True, True, answer.points)


def test_nbgrader_finds_the_explain_it_cell_with_a_point_for_each_line_of_the_rubric(
    exercise, learners_notebook
):
    cell = cell_of(learners_notebook(exercise), "explain")
    assert cell.cell_type == "markdown"
    assert cell.metadata.nbgrader.solution and cell.metadata.nbgrader.grade
    assert cell.metadata.nbgrader.points == len(exercise.rubric)


WITH_BONUS = [name for name in exercise_ids() if load_exercise(name).break_it]


@pytest.mark.parametrize("bonus_of", WITH_BONUS)
def test_a_bonus_of_a_notebook_is_one_check_cell_and_its_worked_example_breaks_it(
    bonus_of, learners_notebook, run_notebook
):
    exercise = load_exercise(bonus_of)
    notebook = copy.deepcopy(learners_notebook(exercise))
    check = cell_of(notebook, "check_break_it").metadata.nbgrader
    assert (check.grade, check.locked, check.points) == (True, True, 0)
    cell_of(notebook, "break_it").source = codefile.worked_example(exercise).text
    (output,) = cell_of(run_notebook(notebook), "check_break_it").outputs
    report = output.data["text/plain"]
    assert report.startswith("✓ break_it: your example breaks it")
    assert "No smaller one is known" in report
