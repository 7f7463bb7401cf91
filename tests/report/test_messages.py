"""Every message a learner can read, as golden texts: a change of wording is seen in review."""

from __future__ import annotations

import dataclasses

import pytest

from grader.bank import codefile
from grader.judge import Status, Verdict
from grader.report import as_html, as_text, facts

NEXT = "mend it and run again"
FRAMES = "def customer_spend(customers, orders, params):\n"
RUNS = "def longest_runs(text, k):\n"
RIGHT_RUNS = """\
def longest_runs(text, k):
    if k < 0:
        raise ValueError("k")
    runs = []
    for letter in text:
        if runs and runs[-1][0] == letter:
            runs[-1] = (letter, runs[-1][1] + 1)
        else:
            runs.append((letter, 1))
"""


@dataclasses.dataclass(frozen=True)
class InFolder:
    """Code that the exercise's author wrote: the worked solution, or a misconception."""

    id: str


MESSAGES = {
    # SQL: how a result can be wrong.
    "correct": ("customer_spend", InFolder("solution")),
    "a known misconception": ("customer_spend", InFolder("inner_join")),
    "a known misconception about a boundary": ("customer_spend", InFolder("as_of_left_out")),
    "percent for a fraction": ("spend_shares", InFolder("percent")),
    "rows too many": (
        "customer_spend",
        "SELECT c.customer_id, COUNT(order_id) AS orders, COALESCE(SUM(amount), 0) AS spend "
        "FROM params, customers c LEFT JOIN orders o ON o.customer_id = c.customer_id "
        "AND ordered_on <= as_of GROUP BY c.customer_id, o.order_id ORDER BY 1",
    ),
    "only one column wrong": (
        "customer_spend",
        "SELECT c.customer_id, COUNT(order_id) AS orders, COALESCE(MAX(amount), 0) AS spend "
        "FROM params, customers c LEFT JOIN orders o ON o.customer_id = c.customer_id "
        "AND ordered_on <= as_of GROUP BY ALL ORDER BY 1",
    ),
    "the wrong order": (
        "customer_spend",
        "SELECT c.customer_id, COUNT(order_id) AS orders, COALESCE(SUM(amount), 0) AS spend "
        "FROM params, customers c LEFT JOIN orders o ON o.customer_id = c.customer_id "
        "AND ordered_on <= as_of GROUP BY ALL ORDER BY 1 DESC",
    ),
    "wrong columns": ("customer_spend", "SELECT customer_id, 1 AS n_orders, 2 AS spent FROM customers"),
    "the wrong type": (
        "customer_spend",
        "SELECT customer_id, '1' AS orders, DATE '2025-03-01' AS spend FROM customers",
    ),
    "an empty result": (
        "customer_spend", "SELECT 1 AS customer_id, 1 AS orders, 1.5 AS spend WHERE false",
    ),
    # SQL that does not run.
    "a syntax error": ("customer_spend", "SELECT customer_id\nFORM customers\nGROUP BY 1"),
    "an unknown column": ("customer_spend", "SELECT c.id,\n       c.name\nFROM customers c"),
    "an unknown table": ("customer_spend", "SELECT * FROM customer"),
    "two queries": ("customer_spend", "SELECT 1; SELECT 2"),
    "a query that writes": ("customer_spend", "DELETE FROM orders"),
    "a query that writes inside": (
        "customer_spend", "WITH x AS (DELETE FROM orders RETURNING *) SELECT * FROM x",
    ),
    "no query": ("customer_spend", "-- not yet"),
    "a file": ("customer_spend", "SELECT * FROM 'orders.csv'"),
    "SQL that fails on some values": (
        "customer_spend", "SELECT name::BIGINT AS customer_id, 1 AS orders, 1 AS spend FROM customers",
    ),
    "SQL for a function": ("longest_runs", "SELECT 1"),
    # Python.
    "an error in a function": ("customer_spend", FRAMES + "    return customers['nmae']"),
    "nothing returned": ("customer_spend", FRAMES + "    customers.merge(orders)"),
    "a list for a table": ("customer_spend", FRAMES + "    return [1]"),
    "a key in the index": (
        "customer_spend",
        FRAMES + "    return orders.groupby('customer_id').agg("
        "orders=('order_id', 'count'), spend=('amount', 'sum'))",
    ),
    "other parameters": ("customer_spend", "def customer_spend(df):\n    return df"),
    "a syntax error in Python": ("longest_runs", RUNS + "    return (1"),
    "an unknown name": ("longest_runs", RUNS + "    return groupby(text)"),
    "no function": ("longest_runs", "longest_runs = 3"),
    "a wrong value": ("longest_runs", RIGHT_RUNS + "    return sorted(runs)[:k]"),
    "a misconception about a value": ("longest_runs", InFolder("ties_by_position")),
    "an error that must be raised": ("longest_runs", InFolder("negative_k")),
    "another error than the one that must be raised": (
        "longest_runs", RIGHT_RUNS.replace("ValueError", "KeyError")
        + "    return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]",
    ),
    "the wrong kind of value": ("longest_runs", RIGHT_RUNS + "    return dict(runs)"),
    "an error on some inputs": ("longest_runs", RIGHT_RUNS + "    return [max(runs)]"),
    "an endless loop": ("longest_runs", RUNS + "    while True: pass"),
    "too much memory": ("longest_runs", RUNS + "    return len([0] * 10**13)"),
    "a changed input": (
        "customer_spend",
        FRAMES + "    orders['day'] = orders['ordered_on']\n    return customers",
    ),
}  # fmt: skip


def written(exercise, answer, code):
    """Language and text of a piece of code."""
    if isinstance(code, str):
        is_python = code.startswith(("def ", "longest_runs ="))
        return "python" if is_python else "sql", code
    spec = exercise.answers[answer]
    files = [codefile.solution(exercise, spec)]
    files += [known.code for known in codefile.misconceptions(exercise, spec)]
    found = next(file for file in files if file.id == code.id)
    return found.language, found.text


TOLD = {}  # several tests look at the same reports; judging again would tell nothing new


@pytest.fixture
def told(request):
    """The facts of the verdict on a piece of code."""

    def tell(answer, code):
        if (answer, code) not in TOLD:
            name = "longest_runs" if answer == "longest_runs" else "spending"
            judged = request.getfixturevalue(name)
            language, text = written(judged.exercise, answer, code)
            verdict = (judged.sql if language == "sql" else judged.python)(
                answer, text, seconds=0.4
            )
            TOLD[answer, code] = facts(judged.exercise, verdict, NEXT)
        return TOLD[answer, code]

    return tell


@pytest.mark.parametrize("name", MESSAGES)
def test_what_a_learner_reads(told, snapshot, name):
    assert f"\n{as_text(told(*MESSAGES[name]))}\n" == snapshot


def test_an_answer_not_attempted_is_told_so_kindly(spending, snapshot):
    verdict = Verdict("customer_spend", Status.MISSING, 0, 3, note="")
    told = facts(spending.exercise, verdict, "write customer_spend, then check again")
    assert f"\n{as_text(told)}\n" == snapshot


def test_an_answer_that_depends_on_what_it_did_before_is_told_so(longest_runs, snapshot):
    code = "seen = []\n" + RIGHT_RUNS.replace(
        "    runs = []",
        "    seen.append(k)\n    if len(seen) == 1:\n        return []\n    runs = []",
    )
    code += "    return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]"
    told = facts(longest_runs.exercise, longest_runs.python("longest_runs", code), NEXT)
    assert f"\n{as_text(told)}\n" == snapshot


@pytest.mark.parametrize("name", ["correct", "a known misconception", "a wrong value", "no query"])
def test_a_report_as_html(told, snapshot, name):
    html = as_html(told(*MESSAGES[name])).partition("</style>")[2]
    assert html.replace("><", ">\n<") == snapshot


@pytest.mark.parametrize("name", MESSAGES)
def test_text_and_html_tell_the_same_facts_in_the_same_order(told, name):
    shown = told(*MESSAGES[name])
    text, html = as_text(shown), as_html(shown).partition("</style>")[2]
    for rendered in (text, html):
        places = [
            rendered.find(label) for label in ("What", "Why", "Rule", "Next") if label in rendered
        ]
        assert places == sorted(places)
    assert [line.label for line in shown.lines if line.label in text] == [
        line.label for line in shown.lines if f"<dt>{line.label}</dt>" in html
    ]


@pytest.mark.parametrize("name", MESSAGES)
def test_every_message_ends_with_what_to_do_next_and_is_not_too_wide(told, name):
    text = as_text(told(*MESSAGES[name]))
    assert text.splitlines()[-1] == f"Next   {NEXT}"
    assert max(map(len, text.splitlines())) <= 110
    assert "Traceback" not in text
    assert "grader/" not in text


def test_whatever_a_learner_wrote_is_escaped_in_html(told):
    attack = "<script>alert(1)</script>"
    shown = told("customer_spend", f"SELECT '{attack}' AS n FROM nowhere")
    assert "<script>" not in as_html(shown)
    shown = told("longest_runs", RUNS + f"    raise KeyError('{attack}')")
    assert "<script>" not in as_html(shown)
    assert "&lt;script&gt;" in as_html(shown)
    shown = told("longest_runs", RUNS + f"    return [('{attack}', 1)]")
    assert "<script>" not in as_html(shown)
    shown = told("customer_spend", f"SELECT '{attack}' AS \"<u>n\" FROM customers")
    assert "<u>n" not in as_html(shown)


def test_differences_are_marked_without_colour(told):
    shown = told(*MESSAGES["only one column wrong"])
    yours = next(grid for grid in shown.results if grid.title == "yours")
    assert {column for _, column in yours.marked} == {2}
    assert "[" in as_text(shown)
    assert "<mark>[" in as_html(shown)


def test_facts_are_data_that_renderers_cannot_change(told):
    with pytest.raises(dataclasses.FrozenInstanceError):
        told(*MESSAGES["correct"]).mark = "✗"
