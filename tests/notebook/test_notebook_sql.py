"""``exercise`` and ``%%sql``: looking at the tables, and writing an answer in SQL."""

from __future__ import annotations

import pytest


def test_opening_an_exercise_names_its_tables_and_answers(notebook):
    shown = notebook.run('exercise("spending")')
    assert shown.text == (
        "Spending per customer. Tables: customers (5 rows), orders (20 rows), params (1 row).\n"
        "Answers: customer_spend, spend_shares. Bonus: break_it."
    )


def test_the_tables_are_dataframes(notebook):
    assert notebook.run("list(customers.columns)").value == "['customer_id', 'name']"


def test_a_mistyped_exercise_is_told_the_nearest_one(notebook):
    shown = notebook.run('exercise("spendings")')
    assert shown.text == '✗ There is no exercise "spendings".\nDid you mean "spending"?'


def test_a_query_shows_its_rows_their_number_and_the_time(notebook):
    shown = notebook.run("%%sql\nSELECT name FROM customers WHERE customer_id < 3 ORDER BY name")
    first, *_, caption = shown.text.splitlines()
    assert first.strip() == "name"
    assert [line.strip() for line in shown.text.splitlines()[1:3]] == ["Ada", "Ben"]
    assert caption.startswith("2 rows · ") and caption.endswith(" ms")


def test_a_query_shows_a_table_in_html(notebook):
    shown = notebook.run("%%sql\nSELECT name FROM customers WHERE customer_id = 1")
    assert "<td>Ada</td>" in shown.html


def test_a_name_with_html_in_it_is_shown_as_it_is(notebook):
    shown = notebook.run("%%sql\nSELECT '<b>Ada</b>' AS \"<i>name\"")
    assert "<td>&lt;b&gt;Ada&lt;/b&gt;</td>" in shown.html
    assert "<th>&lt;i&gt;name</th>" in shown.html


def test_a_long_result_shows_its_first_rows_and_says_how_many_follow(notebook):
    shown = notebook.run("%%sql\nSELECT * FROM range(1000)")
    assert "… 980 more" in shown.text
    assert "1,000 rows" in shown.text


def test_a_result_of_any_length_is_counted(notebook):
    shown = notebook.run("%%sql\nSELECT * FROM range(300000)")
    assert "… 299,980 more" in shown.text
    assert "300,000 rows" in shown.text


def test_two_columns_of_one_name_are_shown(notebook):
    shown = notebook.run("%%sql customer_spend\nSELECT 1 AS a, 2 AS a")
    assert [line.split() for line in shown.text.splitlines()[:2]] == [["a", "a"], ["1", "2"]]


def test_only_tables_and_named_queries_are_listed(notebook):
    notebook.run("%%sql customer_spend\nSELECT 1 AS a")
    shown = notebook.run("%%sql\nSHOW TABLES")
    assert shown.text.split()[1:5] == ["customer_spend", "customers", "orders", "params"]


def test_what_is_done_to_a_dataframe_does_not_change_the_table(notebook):
    notebook.run("orders['amount'] = 0")
    shown = notebook.run("%%sql\nSELECT SUM(amount) > 0 AS untouched FROM orders")
    assert shown.text.split()[:2] == ["untouched", "true"]


def test_dates_are_dates_in_sql(notebook):
    shown = notebook.run("%%sql\nSELECT ordered_on + 1 AS next_day FROM orders WHERE order_id = 1")
    assert "2025-06-02" in shown.text


def test_an_unnamed_query_is_no_answer(notebook):
    notebook.run("%%sql\nSELECT 1")
    assert "not attempted yet" in notebook.run('check("customer_spend")').text


def test_a_named_query_can_be_used_by_later_ones(notebook):
    notebook.run("%%sql customer_spend\nSELECT customer_id, 0 AS spend FROM customers")
    shown = notebook.run("%%sql\nSELECT COUNT(*) AS n FROM customer_spend")
    assert shown.text.split()[:2] == ["n", "5"]


def test_a_named_query_cannot_use_itself(notebook):
    notebook.run("%%sql customer_spend\nSELECT 1 AS a")
    shown = notebook.run("%%sql customer_spend\nSELECT * FROM customer_spend")
    assert "Table with name customer_spend does not exist" in shown.text


def test_a_query_under_no_answers_name_is_told_the_nearest_one(notebook):
    shown = notebook.run("%%sql customer_spent\nSELECT 1")
    assert shown.text == (
        '✗ There is no answer in spending "customer_spent".\nDid you mean "customer_spend"?'
    )


def test_a_cell_without_a_query_says_so_kindly(notebook):
    shown = notebook.run("%%sql customer_spend\n-- One SELECT over customers.")
    assert shown.text == "○ No query here yet.\nWrite one SELECT in this cell."


@pytest.mark.parametrize(
    ("query", "line", "said"),
    [
        ("SELECT name\nFROM customer", 2, "Table with name customer does not exist"),
        ("SELECT name,\n       nmae\nFROM customers", 2, '"nmae" not found'),
        ("SELECT name\nFROM customers\nWHER name = 'Ada'", 3, "syntax error"),
    ],
    ids=["an unknown table", "an unknown column", "a syntax error"],
)
def test_an_error_in_a_query_points_at_its_line(notebook, query, line, said):
    shown = notebook.run(f"%%sql\n{query}")
    assert not shown.error, "an error that is meant for people has no traceback"
    assert said in shown.text
    assert f"LINE {line}: " in shown.text
    assert "^" in shown.text


def test_an_error_shows_no_list_of_all_candidate_functions(notebook):
    shown = notebook.run("%%sql\nSELECT SUM(name) FROM customers")
    assert "Candidate functions" not in shown.text
    assert "LINE 1: " in shown.text


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM customers", "SELECT 1; SELECT 2", "COPY customers TO 'c.csv'"],
    ids=["a deletion", "two statements", "a copy to a file"],
)
def test_what_is_not_one_query_is_refused(notebook, statement):
    shown = notebook.run(f"%%sql\n{statement}")
    assert shown.text.startswith("✗ ")
    assert "SELECT" in shown.text


def test_files_cannot_be_read_by_a_query(notebook, tmp_path):
    file = tmp_path / "own.csv"
    file.write_text("a\n1\n")
    assert "disabled" in notebook.run(f"%%sql\nSELECT * FROM '{file}'").text


def test_a_query_before_any_exercise_is_told_which_cell_to_run(kernel, notebook):
    kernel.run("%reload_ext grader")
    assert kernel.run("%%sql\nSELECT 1").text == (
        "✗ No exercise is open in this notebook.\n"
        'Run the cell with exercise("...") near the top first.'
    )
