"""``hint``, ``solution``, ``reset`` and ``progress``: help, and what is noted about it."""

from __future__ import annotations

import json

RIGHT_SQL = """%%sql customer_spend
SELECT c.customer_id, COUNT(o.order_id) AS orders, COALESCE(SUM(o.amount), 0) AS spend
FROM params p, customers c
LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
GROUP BY c.customer_id
ORDER BY c.customer_id"""


def solve(notebook):
    notebook.run(RIGHT_SQL)
    assert notebook.run('check("customer_spend")').text.startswith("✓")


def events(progress_file) -> list[str]:
    """What was noted, in order."""
    if not progress_file.exists():
        return []
    return [json.loads(line)["event"] for line in progress_file.read_text().strip().splitlines()]


def progress_row(notebook, title: str) -> str:
    """The line of an exercise in the map of progress."""
    lines = notebook.run("progress()").text.splitlines()
    (row,) = [line for line in lines if title in line]
    return " ".join(row.replace(title, "").split())


def test_hints_come_one_rung_at_a_time(notebook):
    first = notebook.run('hint("customer_spend")').text
    assert first == '1. Which customers must be there?\n1 more: hint("customer_spend")'
    second = notebook.run('hint("customer_spend")').text
    assert second == "1. Which customers must be there?\n2. LEFT JOIN.\nThat was the last hint."


def test_after_the_last_hint_all_are_shown_again_and_none_is_counted(notebook, progress_file):
    for _ in range(4):
        last = notebook.run('hint("customer_spend")').text
    assert last.endswith("That was the last hint.")
    assert events(progress_file) == ["hint", "hint"]


def test_the_report_says_how_many_hints_are_used(notebook):
    notebook.run('hint("customer_spend")')
    assert "(1 of 2 used)" in " ".join(notebook.run('check("customer_spend")').text.split())


def test_before_success_the_solution_is_not_shown(notebook, progress_file):
    shown = notebook.run('solution("customer_spend")')
    assert shown.text.startswith("○ customer_spend is not solved yet")
    assert 'solution("customer_spend", give_up=True)' in shown.text
    assert "LEFT JOIN" not in shown.text
    assert events(progress_file) == []


def test_after_success_the_solution_is_shown_in_sql_and_pandas(notebook):
    solve(notebook)
    shown = notebook.run('solution("customer_spend")').text
    assert "In SQL" in shown and "LEFT JOIN orders" in shown
    assert "In pandas" in shown and "def customer_spend" in shown


def test_looking_after_success_is_not_noted_as_giving_up(notebook, progress_file):
    solve(notebook)
    notebook.run('solution("customer_spend", give_up=True)')
    assert "gave up" not in events(progress_file)


def test_who_gives_up_sees_the_solution_and_it_is_noted_once(notebook, progress_file):
    shown = notebook.run('solution("customer_spend", give_up=True)')
    assert "LEFT JOIN orders" in shown.text
    notebook.run('solution("customer_spend", give_up=True)')
    assert events(progress_file) == ["gave up"]


def test_who_gave_up_may_look_again(notebook):
    notebook.run('solution("customer_spend", give_up=True)')
    assert "LEFT JOIN orders" in notebook.run('solution("customer_spend")').text


def test_the_solutions_of_a_function_are_named_by_their_methods(function_notebook):
    shown = function_notebook.run('solution("longest_runs", give_up=True)').text
    assert "From scratch" in shown and "By another method" in shown


def test_a_reset_asks_first(notebook, progress_file):
    solve(notebook)
    shown = notebook.run('reset("customer_spend")')
    assert 'reset("customer_spend", sure=True)' in shown.text
    assert notebook.run('check("customer_spend")').text.startswith("✓")


def test_a_reset_forgets_the_answer_and_brings_an_empty_cell(notebook):
    solve(notebook)
    shown = notebook.run('reset("customer_spend", sure=True)')
    assert shown.next_cell == (
        "%%sql customer_spend\n"
        "-- One SELECT over customers, orders, params.\n"
        "-- Return: customer_id, orders, spend"
    )
    assert "not attempted yet" in notebook.run('check("customer_spend")').text


def test_after_a_reset_other_queries_cannot_use_the_answer_any_more(notebook):
    solve(notebook)
    notebook.run('reset("customer_spend", sure=True)')
    shown = notebook.run("%%sql\nSELECT * FROM customer_spend")
    assert "Table with name customer_spend does not exist" in shown.text


def test_a_reset_forgets_tries_hints_and_success(notebook):
    notebook.run('hint("customer_spend")')
    solve(notebook)
    notebook.run('reset("customer_spend", sure=True)')
    assert progress_row(notebook, "Spending per customer").startswith("○ easy 0 of 2")
    assert "is not solved yet" in notebook.run('solution("customer_spend")').text
    assert "1 more" in notebook.run('hint("customer_spend")').text


def test_a_reset_leaves_the_tables_and_other_answers(notebook):
    solve(notebook)
    notebook.run('reset("spend_shares", sure=True)')
    assert notebook.run("len(customers)").value == "5"
    assert notebook.run('check("customer_spend")').text.startswith("✓")


def test_progress_shows_every_exercise_of_the_bank(notebook):
    shown = notebook.run("progress()").text
    assert "Spending per customer" in shown and "The longest runs" in shown


def test_progress_shows_what_is_solved(notebook):
    assert progress_row(notebook, "Spending per customer") == "○ easy 0 of 2 0 of 5 0 0"
    notebook.run('hint("customer_spend")')
    solve(notebook)
    notebook.run('solution("spend_shares", give_up=True)')
    assert progress_row(notebook, "Spending per customer") == "◐ easy 1 of 2 3 of 5 1 1"


def test_progress_needs_no_open_exercise(kernel, notebook):
    kernel.run("%reload_ext grader")
    assert "Spending per customer" in kernel.run("progress()").text


def test_what_was_solved_is_still_solved_when_a_later_try_is_wrong(notebook):
    solve(notebook)
    notebook.run("%%sql customer_spend\nSELECT 1")
    assert notebook.run('check("customer_spend")').text.startswith("✗")
    assert "1 of 2" in progress_row(notebook, "Spending per customer")
