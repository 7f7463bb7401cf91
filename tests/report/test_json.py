"""The JSON report: exactly the keys and types that other programs rely on."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from grader.bank import codefile
from grader.judge import Status, Verdict
from grader.plain import Odd
from grader.report import as_json, as_text, facts
from grader.report.json import _plain

RUNS = "def longest_runs(text, k):\n    "


def report(judged, *verdicts):
    """As another program gets it: through JSON text."""
    messages = {v.answer: as_text(facts(judged.exercise, v, "go on")) for v in verdicts}
    text = json.dumps(as_json(judged.exercise, 7, verdicts, messages), allow_nan=False)
    return json.loads(text)


def only(judged, verdict):
    return report(judged, verdict)["answers"][0]


def wrong(judged, name, answer="customer_spend"):
    files = codefile.misconceptions(judged.exercise, judged.exercise.answers[answer])
    return judged.sql(answer, next(m.code.text for m in files if m.id == name))


def test_a_report_has_exactly_the_promised_keys_and_types(spending):
    found = report(
        spending, wrong(spending, "inner_join"), Verdict("spend_shares", Status.MISSING, 0, 2)
    )
    assert {key: type(value) for key, value in found.items()} == {
        "exercise": str,
        "seed": int,
        "points": float,
        "max_points": float,
        "answers": list,
        "break_it": type(None),
    }
    assert (found["exercise"], found["seed"]) == ("spending", 7)
    assert (found["points"], found["max_points"]) == (0.0, 5.0)


def test_an_answer_has_exactly_the_promised_keys_and_types(spending):
    found = only(spending, wrong(spending, "inner_join"))
    assert {key: type(value) for key, value in found.items()} == {
        "answer": str,
        "verdict": str,
        "points": float,
        "max_points": float,
        "cases": int,
        "failed": int,
        "message": str,
        "diagnosis": dict,
        "counterexample": dict,
        "warnings": list,
        "seconds": float,
    }
    assert set(found["diagnosis"]) == {"id", "text"}
    assert set(found["counterexample"]) == {"inputs", "expected", "actual", "rows"}


def test_a_counterexample_holds_tables_by_columns_and_rows(spending):
    assert only(spending, wrong(spending, "as_of_left_out"))["counterexample"] == {
        "inputs": {
            "customers": {"columns": ["customer_id", "name"], "rows": [[1, "Ada"]]},
            "orders": {
                "columns": ["order_id", "customer_id", "amount", "ordered_on"],
                "rows": [[1, 1, 1.0, "2025-06-30T00:00:00"]],
            },
            "params": {"columns": ["as_of"], "rows": [["2025-06-30T00:00:00"]]},
        },
        "expected": {"columns": ["customer_id", "orders", "spend"], "rows": [[1, 1, 1.0]]},
        "actual": {"columns": ["customer_id", "orders", "spend"], "rows": [[1, 0, 0]]},
        "rows": 2,
    }


def test_a_counterexample_of_a_function_holds_its_arguments(longest_runs):
    verdict = longest_runs.python("longest_runs", RUNS + "return []")
    found = only(longest_runs, verdict)["counterexample"]
    assert found["inputs"] == {"text": "a", "k": 1}
    assert (found["expected"], found["actual"]) == ([["a", 1]], [])


def test_an_error_stands_in_place_of_a_value(longest_runs):
    code = RUNS + "return [] if k < 0 else [text[9]]"
    found = only(longest_runs, longest_runs.python("longest_runs", code))["counterexample"]
    assert found["expected"] == {"error": "ValueError: k must not be negative (line 3: "
                                 'raise ValueError("k must not be negative"))'}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("return 1 / 0", "error"),
        ("while True: pass", "timeout"),
        ("return [0] * 10**13", "memory"),
        ("return 3", "wrong"),
    ],
)
def test_verdicts_have_the_promised_names(longest_runs, code, verdict):
    found = only(longest_runs, longest_runs.python("longest_runs", RUNS + code, seconds=0.2))
    assert found["verdict"] == verdict
    assert found["points"] == 0.0


def test_a_correct_answer_has_neither_counterexample_nor_diagnosis(spending):
    text = codefile.solution(spending.exercise, spending.exercise.answers["customer_spend"]).text
    found = only(spending, spending.sql("customer_spend", text))
    assert (found["verdict"], found["points"], found["failed"]) == ("correct", 3.0, 0)
    assert found["counterexample"] is found["diagnosis"] is None
    assert found["warnings"] == []


def test_a_missing_answer_is_listed_as_missing(spending):
    found = only(spending, Verdict("customer_spend", Status.MISSING, 0, 3))
    assert (found["verdict"], found["cases"], found["max_points"]) == ("missing", 0, 3.0)


def test_the_message_is_the_report_as_text(spending):
    verdict = wrong(spending, "counts_rows")
    assert only(spending, verdict)["message"] == as_text(facts(spending.exercise, verdict, "go on"))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (Odd("set", "{1}"), "{1}"),
        (timedelta(minutes=5), "0:05:00"),
        (datetime(2025, 3, 1, 12), "2025-03-01T12:00:00"),
        ({1: (2, None)}, {"1": [2, None]}),
    ],
    ids=[
        "infinity",
        "not a number",
        "an odd value",
        "a duration",
        "a time",
        "keys that are numbers",
    ],
)
def test_every_value_has_a_form_in_json(value, plain):
    assert _plain(value) == plain
