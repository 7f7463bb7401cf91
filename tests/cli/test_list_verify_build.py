"""``workbook list``, ``verify`` and ``build``."""

from __future__ import annotations

import json

import nbformat
import pytest

from grader.notebook import progress

# list


def test_list_shows_every_exercise_in_order(workbook):
    ran = workbook("list")
    assert ran.status == 0
    lines = [line for line in ran.out.splitlines() if "○" in line]
    assert ["spending" in lines[0], "longest_runs" in lines[1], len(lines)] == [True, True, 2]
    assert "0 of 2" in lines[0]


def test_list_marks_what_is_solved_without_colour(workbook):
    progress.record("spending", "customer_spend", "solved")
    progress.record("longest_runs", "longest_runs", "solved")
    out = workbook("list").out
    assert "◐" in next(line for line in out.splitlines() if "spending" in line)
    assert "✓" in next(line for line in out.splitlines() if "longest_runs" in line)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["--track", "technical"], {"longest_runs"}),
        (["--difficulty", "easy"], {"spending"}),
        (["--tag", "Strings"], {"longest_runs"}),
        (["--tag", "joins", "--difficulty", "medium"], set()),
    ],
    ids=["a track", "a difficulty", "a tag", "two filters"],
)
def test_list_can_be_filtered(workbook, words, shown):
    out = workbook("list", *words).out
    assert {name for name in ("spending", "longest_runs") if name in out} == shown


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--track", "tecnical"], 'There is no track "tecnical". Did you mean "technical"?'),
        (["--difficulty", "hard"], 'There is no difficulty "hard". There is: easy, medium.'),
        (["--tag", "join"], 'There is no tag "join". Did you mean "joins"?'),
    ],
)
def test_list_answers_an_unknown_filter_with_the_nearest(workbook, words, complaint):
    ran = workbook("list", *words)
    assert (ran.status, ran.err) == (2, f"workbook: {complaint}\n")


def test_list_as_a_process(process):
    assert "spending" in process("list").out


# verify


def test_verify_proves_a_sound_folder(workbook):
    ran = workbook("verify", "longest_runs", "--no-notebooks", "--cases")
    assert ran.status == 0
    assert "3/3" in ran.out
    assert "longest_runs/longest_runs/negative_k: k is negative" in ran.out


def test_verify_writes_the_kill_matrix(workbook, tmp_path):
    ran = workbook("verify", "longest_runs", "--no-notebooks", "--matrix", tmp_path / "matrix")
    assert ran.status == 0
    page = (tmp_path / "matrix/longest_runs.html").read_text()
    assert "negative_k.py" in page


def test_verify_writes_the_table_of_the_readme_and_then_holds_it_to_it(workbook, toy_copy):
    readme = toy_copy / "README.md"
    readme.write_text("<!-- proofs -->\n<!-- end of proofs -->\n")
    ran = workbook("verify", "--no-notebooks", "--readme", "--jobs", "1")
    assert ran.status == 0, ran.out
    assert "| longest_runs | 1 | 16 | 30 of 30 | 0 | 3 of 3 | 2 |" in readme.read_text()
    assert "| **all** | 3 |" in readme.read_text()


def test_verify_fails_with_the_remedy(workbook, toy_copy):
    (toy_copy / "solutions/longest_runs/notes.txt").touch()
    ran = workbook("verify", "longest_runs", "--no-notebooks")
    assert ran.status == 1
    assert (
        "✗ longest_runs/notes.txt\n  Nothing reads this file.\n  → Delete or rename it." in ran.out
    )


def test_verify_of_an_unknown_exercise_is_answered_with_the_nearest(workbook):
    ran = workbook("verify", "longest_run")
    assert ran.status == 2
    assert 'Did you mean "longest_runs"?' in ran.err


def test_verify_as_a_process(process):
    ran = process("verify", "longest_runs", "--no-notebooks")
    assert (ran.status, ran.err) == (0, "")


# build


@pytest.fixture
def built(toy_copy, process):
    """The toy workbook, a copy, with the notebooks of one exercise built by the real command."""
    ran = process("build", "longest_runs")
    assert ran.status == 0, ran.err
    return toy_copy


def test_build_makes_the_notebooks_and_the_check_of_them_holds_until_something_changes(
    built, workbook, monkeypatch
):
    monkeypatch.setenv("WORKBOOK_HOME", str(built))
    learner = nbformat.read(built / "notebooks/longest_runs.ipynb", as_version=4)
    sources = [cell.source for cell in learner.cells]
    assert "def longest_runs(text: str, k: int) -> list[tuple[str, int]]:\n    ..." in sources
    worked = nbformat.read(built / "solutions/longest_runs/longest_runs.ipynb", as_version=4)
    assert any("✓ longest_runs" in json.dumps(cell, ensure_ascii=False) for cell in worked.cells)

    ran = workbook("build", "longest_runs", "--check")
    assert (ran.status, ran.out) == (0, "1 exercises: everything built is up to date.\n")
    before = (built / "notebooks/longest_runs.ipynb").read_bytes()

    lesson = built / "solutions/longest_runs/lesson.md"
    lesson.write_text(lesson.read_text().replace("# Runs", "# Long runs"))
    ran = workbook("build", "longest_runs", "--check")
    assert ran.status == 1
    assert ran.err.splitlines() == [
        "workbook: notebooks/longest_runs.ipynb: It differs from what the exercise folder builds.",
        "workbook: solutions/longest_runs/longest_runs.ipynb: "
        "It differs from what the exercise folder builds.",
        "workbook: Run: workbook build",
    ]
    assert (built / "notebooks/longest_runs.ipynb").read_bytes() == before


def test_build_check_names_notebooks_that_are_not_built(workbook, toy_copy, monkeypatch):
    ran = workbook("build", "spending", "--check")
    assert ran.status == 1
    assert "notebooks/spending.ipynb: It has not been built." in ran.err
    assert not (toy_copy / "notebooks").exists()


def test_build_of_an_unknown_exercise_is_answered_with_the_nearest(workbook):
    ran = workbook("build", "spendig", "--check")
    assert (ran.status, ran.out) == (2, "")
    assert 'Did you mean "spending"?' in ran.err


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("<!-- contract -->", "", "has the marker <!-- contract --> 0 times, not once."),
        ("<!-- setup -->", "<!-- setup -->\n\n<!-- setup -->", "<!-- setup --> 2 times, not once."),
        ("<!-- answer: spend_shares -->", "", "shows the answers customer_spend; exercise.toml has "
         "customer_spend, spend_shares. Give each answer one marker, in the same order."),
        ("<!-- break_it -->", "", "has the marker <!-- break_it --> 0 times, not once."),
    ],
    ids=["a marker is missing", "a marker twice", "an answer is missing", "no bonus"],
)  # fmt: skip
def test_build_names_what_is_wrong_in_a_lesson(workbook, toy_copy, old, new, complaint):
    lesson = toy_copy / "solutions/spending/lesson.md"
    lesson.write_text(lesson.read_text().replace(old, new))
    (toy_copy / "notebooks").mkdir()
    (toy_copy / "notebooks/spending.ipynb").write_text("{}")
    ran = workbook("build", "spending", "--check")
    assert ran.status == 2
    assert ran.err.startswith("workbook: solutions/spending/lesson.md")
    assert complaint in ran.err


# The app.


def test_without_a_command_the_commands_are_listed(process):
    ran = process()
    for command in ("start", "check", "list", "data", "build", "verify"):
        assert command in ran.out + ran.err


def test_outside_a_workbook_every_command_says_where_to_go(workbook, monkeypatch, tmp_path):
    monkeypatch.setenv("WORKBOOK_HOME", str(tmp_path))
    ran = workbook("list")
    assert ran.status == 2
    assert ran.err == (
        f"workbook: WORKBOOK_HOME names {tmp_path}, which is not a workbook (it has no solutions/, "
        "datasets/ and pyproject.toml). Set it to the folder you cloned, or unset it and start "
        "inside that folder.\n"
    )
