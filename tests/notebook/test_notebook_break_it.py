"""``check("break_it")`` and its hints and solution: an example that breaks a wrong answer."""

from __future__ import annotations

import json

BREAKS = """
def break_it():
    return {
        "customers": [(1, "Ada")],
        "orders": [(7, 1, 2.5, "2025-06-30")],
        "params": [("2025-06-30",)],
    }
"""
DOES_NOT = BREAKS.replace('2.5, "2025-06-30"', '2.5, "2025-06-29"')


def check(notebook, cell):
    assert not notebook.run(cell).error
    return notebook.run('check("break_it")')


def events(progress_file) -> list[tuple[str, str]]:
    lines = progress_file.read_text().strip().splitlines() if progress_file.exists() else []
    return [(entry["answer"], entry["event"]) for entry in map(json.loads, lines)]


def test_opening_the_exercise_names_the_bonus(notebook):
    assert "Bonus: break_it." in notebook.run('exercise("spending")').text


def test_an_example_that_is_not_written_is_not_attempted(notebook, progress_file):
    shown = notebook.run('check("break_it")')
    assert shown.text.startswith("○ break_it: not attempted yet")
    assert 'hint("break_it") (0 of 2 used)' in " ".join(shown.text.split())
    assert events(progress_file) == []


def test_the_starter_is_not_attempted(notebook):
    starter = notebook.run('reset("break_it", sure=True)').next_cell
    assert '"params": [],  # (as_of DATE), exactly one row' in starter
    assert "not attempted yet" in check(notebook, starter).text


def test_the_starter_filled_in_is_an_example(function_notebook):
    starter = function_notebook.run('reset("break_it", sure=True)').next_cell
    filled = starter.replace("# ", "").replace("    ...", "").replace('"text": ...', '"text": "ba"')
    cell = filled.replace(",  str", ",").replace('"k": ...,  int', '"k": 1,')
    assert "your example breaks it" in check(function_notebook, cell).text


def test_an_example_that_breaks_it_is_told_so_and_noted(notebook, progress_file):
    shown = check(notebook, BREAKS)
    assert shown.text.startswith("✓ break_it: your example breaks it")
    assert "1 / 1 bonus point" in shown.text
    assert "What is wrong with it" in shown.text and "What is wrong with it" in shown.html
    assert events(progress_file) == [("break_it", "solved")]


def test_an_example_that_does_not_is_told_so_and_noted(notebook, progress_file):
    shown = check(notebook, DOES_NOT)
    assert shown.text.startswith("✗ break_it: your example does not break it")
    assert 'check("break_it"), or hint("break_it") (0 of 2 used)' in " ".join(shown.text.split())
    assert events(progress_file) == [("break_it", "tried")]


def test_the_tables_of_the_notebook_may_be_used(notebook):
    cell = BREAKS.replace("return {", "return {**{}, ").replace(
        '[("2025-06-30",)]', "params.assign(as_of='2025-06-30')"
    )
    assert check(notebook, cell).text.startswith("✓")


def test_a_dict_instead_of_a_function_is_told_so(notebook):
    shown = check(notebook, 'break_it = {"customers": []}')
    assert "break_it is a dict here" in shown.text


def test_a_query_of_that_name_is_refused(notebook):
    shown = notebook.run("%%sql break_it\nSELECT 1")
    assert "break_it is no query" in shown.text


def test_all_answers_are_checked_with_the_bonus_apart(notebook):
    assert not notebook.run(BREAKS).error
    text = notebook.run("check()").text
    assert text.index("customer_spend") < text.index("break_it: your example breaks it")
    assert "0 of 5 points in all, and 1 of 1 as a bonus." in text


def test_progress_shows_the_bonus_and_does_not_count_it(notebook):
    check(notebook, BREAKS)
    (row,) = [
        line for line in notebook.run("progress()").text.splitlines() if "per customer" in line
    ]
    assert "0 of 2" in row and "0 of 5 + 1" in row
    assert row.strip().startswith("○")


def test_hints_come_one_at_a_time(notebook):
    first = notebook.run('hint("break_it")').text
    assert first == '1. On which day do the two differ?\n1 more: hint("break_it")'
    assert "That was the last hint." in notebook.run('hint("break_it")').text


def test_the_solution_is_shown_once_it_is_solved(notebook):
    assert "is not solved yet" in notebook.run('solution("break_it")').text
    check(notebook, BREAKS)
    shown = notebook.run('solution("break_it")').text
    assert shown.startswith("break_it: the smallest example we know")
    assert "What is wrong with it" in shown


def test_who_gives_up_sees_the_solution_and_it_is_noted(notebook, progress_file):
    shown = notebook.run('solution("break_it", give_up=True)').text
    assert shown.startswith("break_it: the smallest example we know")
    assert events(progress_file) == [("break_it", "gave up")]


def test_a_reset_forgets_the_example(notebook):
    check(notebook, BREAKS)
    notebook.run('reset("break_it", sure=True)')
    assert "not attempted yet" in notebook.run('check("break_it")').text


def test_a_mistyped_name_is_recognised(notebook):
    assert 'Did you mean "break_it"?' in notebook.run('check("brake_it")').text


def test_under_nbgrader_the_bonus_earns_no_points_of_the_cell(notebook):
    notebook.run("import os\nos.environ['NBGRADER_EXECUTION'] = 'autograde'")
    try:
        assert check(notebook, BREAKS).value == "0.0"
    finally:
        notebook.run("del os.environ['NBGRADER_EXECUTION']")
