"""``check``: the verdict on what the learner has written, in the learner's own kernel."""

from __future__ import annotations

import re

import pytest

RIGHT_SQL = """%%sql customer_spend
SELECT c.customer_id, COUNT(o.order_id) AS orders, COALESCE(SUM(o.amount), 0) AS spend
FROM params p, customers c
LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
GROUP BY c.customer_id
ORDER BY c.customer_id"""

WRONG_SQL = RIGHT_SQL.replace("<=", "<")

RIGHT_FUNCTION = """
def customer_spend(customers, orders, params):
    seen = orders[orders["ordered_on"] <= params["as_of"].iloc[0]]
    of = seen.groupby("customer_id")
    spent = of.agg(orders=("order_id", "count"), spend=("amount", "sum")).reset_index()
    every = customers[["customer_id"]].merge(spent, on="customer_id", how="left")
    return every.fillna({"orders": 0, "spend": 0}).sort_values("customer_id")
"""

RIGHT_RUNS = """
import itertools
def longest_runs(text, k):
    if k < 0:
        raise ValueError
    runs = [(letter, len(list(run))) for letter, run in itertools.groupby(text)]
    return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]
"""


def check(notebook, *cells: str, answer: str = "customer_spend"):
    """What check shows after these cells were run."""
    for cell in cells:
        assert not notebook.run(cell).error
    return notebook.run(f'check("{answer}")')


def test_an_answer_that_is_not_written_is_not_attempted(notebook):
    shown = check(notebook)
    assert shown.text.startswith("○ customer_spend: not attempted yet")
    assert "0 / 3 points" in shown.text
    assert 'hint("customer_spend") (0 of 2 used)' in " ".join(shown.text.split())


@pytest.mark.parametrize(
    "starter",
    [
        "%%sql customer_spend\n-- One SELECT.",
        "def customer_spend(customers, orders, params):\n  ...",
    ],
    ids=["a query cell of comments", "an empty function"],
)
def test_a_starter_is_not_attempted(notebook, starter):
    assert "not attempted yet" in check(notebook, starter).text


def test_a_right_query_passes(notebook):
    shown = check(notebook, RIGHT_SQL)
    assert re.match(r"✓ customer_spend: right on all \d+ cases +3 / 3 points", shown.text)
    assert 'solution("customer_spend")' in shown.text


def test_a_right_function_passes(notebook):
    assert check(notebook, RIGHT_FUNCTION).text.startswith("✓ customer_spend")


def test_a_right_function_with_plain_arguments_passes(function_notebook):
    shown = check(function_notebook, RIGHT_RUNS, answer="longest_runs")
    assert shown.text.startswith("✓ longest_runs")


def test_a_wrong_query_is_shown_a_small_input_both_results_the_idea_and_the_rule(notebook):
    text = check(notebook, WRONG_SQL).text
    assert re.match(r"✗ customer_spend: wrong on \d+ of \d+ cases +0 / 3 points", text)
    for part in ("On this input", "customers", "orders", "params", "expected", "yours"):
        assert part in text
    assert "Why    as_of is the last complete day: orders on it count. Compare with <=." in text
    assert "(contract card, rule 1)" in text


def test_a_difference_is_marked_without_colour(notebook):
    shown = check(notebook, WRONG_SQL)
    assert re.search(r"\[\d[\d.]*\]", shown.text)
    assert re.search(r"<mark>\[\d[\d.]*\]</mark>", shown.html)


def test_a_wrong_function_is_shown_the_call_and_both_values(function_notebook):
    shown = check(
        function_notebook, RIGHT_RUNS.replace("(-run[1], run[0])", "-run[1]"), answer="longest_runs"
    )
    assert re.search(r"longest_runs\(text='\w+', k=\d\)", shown.text)
    assert "expected" in shown.text and "yours" in shown.text
    assert "The letter decides." in shown.text


def test_an_error_in_a_function_names_its_line(notebook):
    shown = check(
        notebook, 'def customer_spend(customers, orders, params):\n    return customers["nam"]'
    )
    assert shown.text.startswith("✗ customer_spend")
    assert "KeyError" in shown.text
    assert "line 2" in shown.text
    assert not shown.error, "the learner's error is in the report, not a traceback of ours"


def test_an_error_in_a_query_names_its_line(notebook):
    shown = check(notebook, "%%sql customer_spend\nSELECT customer_id,\n  nmae\nFROM customers")
    assert shown.text.startswith("✗ customer_spend")
    assert "LINE 2:" in shown.text


def test_a_function_that_does_not_end_is_stopped(notebook):
    notebook.run("def customer_spend(customers, orders, params):\n    while True: pass")
    shown = notebook.run('check("customer_spend", seconds=0.1)')
    assert shown.text.startswith("✗ customer_spend: no result within the time limit")
    assert not notebook.run("1 + 1").error, "the kernel lives on"


def test_the_time_limit_can_be_raised(function_notebook):
    slow = RIGHT_RUNS.replace(
        "    if k",
        "    import time\n    t = time.process_time()\n"
        "    while time.process_time() < t + 0.05: pass\n    if k",
        1,
    )
    function_notebook.run(slow)
    short = function_notebook.run('check("longest_runs", seconds=0.01)')
    assert "no result within the time limit" in short.text
    assert function_notebook.run('check("longest_runs", seconds=60)').text.startswith("✓")


def test_a_query_after_a_function_is_the_answer(notebook):
    assert check(notebook, RIGHT_FUNCTION, WRONG_SQL).text.startswith("✗")


def test_a_function_after_a_query_is_the_answer(notebook):
    assert check(notebook, WRONG_SQL, RIGHT_FUNCTION).text.startswith("✓")


def test_a_function_that_is_defined_again_is_taken_anew(notebook):
    wrong = RIGHT_FUNCTION.replace("<=", "<")
    assert check(notebook, RIGHT_FUNCTION, wrong).text.startswith("✗")


def test_a_query_run_again_after_a_function_is_the_answer_again(notebook):
    assert check(notebook, RIGHT_SQL, RIGHT_FUNCTION, WRONG_SQL).text.startswith("✗")


def test_an_emptied_query_cell_takes_the_answer_back(notebook):
    shown = check(notebook, RIGHT_SQL, "%%sql customer_spend\n-- once more")
    assert "not attempted yet" in shown.text


def test_a_dataframe_under_the_answers_name_is_told_that_a_function_is_wanted(notebook):
    shown = check(notebook, "customer_spend = customers.copy()")
    assert "no answer that can be judged" in shown.text
    assert "customer_spend is a DataFrame here" in shown.text


def test_a_function_under_a_mistyped_name_is_told_the_answers_name(notebook):
    shown = check(notebook, RIGHT_FUNCTION.replace("def customer_spend", "def customers_spend"))
    assert "no answer that can be judged" in shown.text
    assert 'Did you mean to call it "customer_spend"?' in shown.text


def test_a_later_answer_may_use_an_earlier_one(notebook):
    later = """%%sql spend_shares
SELECT c.name, s.spend / NULLIF(SUM(s.spend) OVER (), 0) AS share
FROM customer_spend s JOIN customers c USING (customer_id)"""
    assert check(notebook, RIGHT_SQL, later, answer="spend_shares").text.startswith("✓")


def test_a_function_that_changes_its_inputs_is_right_and_told_so(notebook):
    changing = RIGHT_FUNCTION.replace("    seen", "    customers['name'] = 'x'\n    seen", 1)
    shown = check(notebook, changing)
    assert shown.text.startswith("✓")
    assert "It changes its input customers" in shown.text


def test_a_check_leaves_the_learners_tables_alone(notebook):
    changing = RIGHT_FUNCTION.replace("    seen", "    customers['name'] = 'x'\n    seen", 1)
    check(notebook, changing)
    assert notebook.run("'x' in set(customers['name'])").value == "False"


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_an_answer_prints_does_not_drown_the_report(notebook, stream):
    loud = RIGHT_FUNCTION.replace(
        "    seen", f"    import sys\n    print('here', file=sys.{stream})\n    seen", 1
    )
    assert "here" not in check(notebook, loud).text


def test_check_without_a_name_checks_every_answer(notebook):
    notebook.run(RIGHT_SQL)
    shown = notebook.run("check()")
    assert "✓ customer_spend" in shown.text
    assert "○ spend_shares: not attempted yet" in shown.text


def test_a_mistyped_answer_is_told_the_nearest_one(notebook):
    assert notebook.run('check("spend_share")').text == (
        '✗ There is no answer in spending "spend_share".\nDid you mean "spend_shares"?'
    )


def test_an_answer_itself_instead_of_its_name_is_told_what_to_write(notebook):
    notebook.run(RIGHT_FUNCTION)
    shown = notebook.run("check(customer_spend)")
    assert shown.text == '✗ An answer is called by its name.\nWrite "customer_spend".'


@pytest.mark.parametrize("seconds", ["0", "-1"])
def test_a_time_limit_that_is_none_is_refused(notebook, seconds):
    shown = notebook.run(f"check(seconds={seconds})")
    assert shown.text == "✗ A time limit is more than 0 seconds.\nTry seconds=10."


def test_a_check_gives_no_value_back(notebook):
    notebook.run(RIGHT_SQL)
    assert notebook.run('check("customer_spend")').value is None


@pytest.fixture(params=["autograde", "validate"])
def under_nbgrader(request, notebook):
    """The kernel as nbgrader starts it, to grade a notebook or to validate it."""
    notebook.run(f"os.environ['NBGRADER_EXECUTION'] = '{request.param}'")
    yield notebook
    notebook.run("import os; del os.environ['NBGRADER_EXECUTION']")


@pytest.mark.parametrize(
    ("answer", "points"), [(RIGHT_SQL, "3.0"), (WRONG_SQL, "0.0")], ids=["right", "wrong"]
)
def test_under_nbgrader_a_check_gives_its_points_back(under_nbgrader, answer, points):
    assert check(under_nbgrader, answer).value == points


def test_under_nbgrader_a_check_of_nothing_gives_no_points(under_nbgrader):
    assert check(under_nbgrader).value == "0.0"


def test_under_nbgrader_a_check_that_cannot_be_made_fails(under_nbgrader):
    """nbgrader takes a cell that shows neither points nor an error for a right answer."""
    under_nbgrader.run("%reload_ext grader")
    assert "No exercise is open" in under_nbgrader.run('check("customer_spend")').error
