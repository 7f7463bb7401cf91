"""Grading one notebook: what it earns, what a learner is told, and what a learner must not see."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from toy_notebook import notebook

from grader.bank import load_cases, load_exercise
from grader.grading.grade import UNGRADED, VOID
from grader.grading.official import official_book
from grader.grading.result import Detail, State, from_json, to_json
from grader.report import as_text

RIGHT = "def longest_runs(text, k):\n" + "\n".join(
    "    " + line
    for line in (
        "if k < 0:",
        "    raise ValueError('k')",
        "from itertools import groupby",
        "runs = [(letter, len(list(run))) for letter, run in groupby(text)]",
        "return sorted(runs, key=lambda run: (-run[1], run[0]))[:k]",
    )
)
SPEND = """%%sql customer_spend
SELECT c.customer_id, COUNT(o.order_id) AS orders, COALESCE(SUM(o.amount), 0) AS spend
FROM customers c CROSS JOIN params p
LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
GROUP BY c.customer_id ORDER BY c.customer_id"""
EARLY = SPEND.replace("<= p.as_of", "< p.as_of")


def hidden_texts(seed):
    public = load_cases(load_exercise("longest_runs"))
    cases = official_book(public.exercise, seed, public).cases
    return [case.inputs["text"] for case in cases if case.hidden and len(case.inputs["text"]) > 5]


def known_texts():
    return [case.inputs["text"] for case in load_cases(load_exercise("longest_runs")).cases]


def test_a_right_answer_earns_its_points(grade):
    done = grade("longest_runs", notebook("longest_runs", longest_runs=RIGHT))
    assert (done.state, done.points, done.max_points) == (State.GRADED, 4, 4)


def test_a_wrong_one_earns_nothing_and_is_told_why(grade):
    done = grade("spending", notebook("spending", customer_spend=EARLY))
    answer = done.answers[0]
    assert (answer.status, answer.points) == ("wrong", 0)
    assert answer.diagnosis
    assert "Why" in as_text(answer.report)
    assert "On this input" in as_text(answer.report)


def test_answers_do_not_touch_one_another(grade):
    """A crash costs the answer that crashes, whichever comes first."""
    crash = "def customer_spend(customers, orders, params):\n    import os\n    os._exit(1)"
    shares = "%%sql spend_shares\nSELECT name, 1.0 AS share FROM customers WHERE false"
    done = grade("spending", notebook("spending", customer_spend=crash, spend_shares=shares))
    assert [answer.status for answer in done.answers] == ["error", "wrong"]
    good = grade("spending", notebook("spending", customer_spend=SPEND, spend_shares="1 / 0"))
    assert [answer.points for answer in good.answers] == [3, 0]


def test_no_notebook_is_no_points_and_no_failure(grade):
    done = grade("spending", None)
    assert (done.state, done.points) == (State.GRADED, 0)
    assert "There is no notebook" in as_text(done.answers[0].report)


def test_an_unreadable_notebook_is_for_a_person_and_no_zero(grade):
    done = grade("spending", b"PK\x03\x04 not json")
    assert done.state is State.ATTENTION
    assert [(answer.status, answer.points) for answer in done.answers] == [(UNGRADED, None)] * 2
    assert "spending.ipynb" in done.complaint


def test_a_forged_reply_voids_everything_in_the_notebook(grade):
    forge = RIGHT.replace("if k < 0:", "import os; os.write(3, b'\\0' * 16)\n    if k < 0:", 1)
    done = grade("longest_runs", notebook("longest_runs", longest_runs=forge))
    assert done.state is State.ATTENTION
    assert [(answer.status, answer.points) for answer in done.answers] == [(VOID, None)]


def test_the_bonus_stands_apart(grade):
    example = "def break_it():\n    return {'text': 'ba', 'k': 1}"
    done = grade("longest_runs", notebook("longest_runs", longest_runs=RIGHT, break_it=example))
    assert done.points == 4
    assert done.bonus.points == done.bonus.max_points > 0


def test_grading_again_gives_the_same_grade(grade):
    content = notebook("spending", customer_spend=EARLY, explain="Customers without orders.")

    def timeless(done):
        return json.dumps({k: v for k, v in to_json(done).items() if k != "seconds"}).replace(
            '"seconds"', ""
        )

    first, second = grade("spending", content), grade("spending", content)
    quiet = [
        replace(d, seconds=0, answers=tuple(replace(a, seconds=0) for a in d.answers),
                bonus=replace(d.bonus, seconds=0))
        for d in (first, second)
    ]  # fmt: skip
    assert quiet[0] == quiet[1]


def test_a_grade_survives_the_journal(grade):
    done = grade("spending", notebook("spending", customer_spend=EARLY))
    assert from_json(json.loads(json.dumps(to_json(done)))) == done


# What belongs to the course alone.


def test_a_counterexample_comes_from_the_public_cases_where_one_of_them_fails(grade):
    reverse = RIGHT.replace("run[0]))", "-ord(run[0])))")
    done = grade("longest_runs", notebook("longest_runs", longest_runs=reverse))
    assert done.answers[0].points == 0
    assert done.answers[0].secret is None
    assert done.answers[0].report.call


@pytest.fixture
def only_hidden(grade):
    """The grade of an answer that is right on every public case, and wrong on the course's own."""
    code = RIGHT.replace(
        "if k < 0:", f"if text not in {known_texts()!r}:\n        return 'seen: ' + text\n    if k < 0:", 1
    )  # fmt: skip
    return grade("longest_runs", notebook("longest_runs", longest_runs=code)).answers[0]


def test_one_that_is_wrong_on_hidden_cases_only_is_wrong(only_hidden):
    assert (only_hidden.points, only_hidden.status) == (0, "wrong")
    assert "right on the cases that you can practise on" in as_text(only_hidden.report)


@pytest.mark.parametrize("detail", [Detail.VERDICT, Detail.DIAGNOSIS])
def test_no_hidden_input_is_shown_below_the_detail_counterexample(only_hidden, detail):
    shown = as_text(only_hidden.shown(detail))
    assert "seen:" not in shown
    assert "On this input" not in shown


def test_the_detail_counterexample_shows_it(only_hidden):
    assert "seen:" in as_text(only_hidden.shown(Detail.COUNTEREXAMPLE))
    assert only_hidden.shown(Detail.NONE) is None


def test_an_error_does_not_carry_a_hidden_input_out(grade):
    unknown = f"if text not in {known_texts()!r}:\n        raise KeyError('secret ' + text)"
    code = RIGHT.replace("if k < 0:", f"{unknown}\n    if k < 0:", 1)
    answer = grade("longest_runs", notebook("longest_runs", longest_runs=code)).answers[0]
    assert answer.points == 0
    told = json.dumps(to_json_of(answer.report))
    assert "KeyError" in told
    assert "secret" not in told
    assert not [text for text in hidden_texts(11) if text in told]


def to_json_of(facts):
    from dataclasses import asdict

    return asdict(facts, dict_factory=lambda pairs: {k: str(v) for k, v in pairs})


# Results that are made to harm whoever reads them.


@pytest.mark.parametrize(
    "result",
    [
        "'\\ud800' * 9",
        "[('x' * 3_000_000, 1)]",
        "{n * (2**61 - 1): 0 for n in range(200_000)}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]",
        "10 ** 5000",
        "float('nan')",
    ],
)
def test_a_monstrous_result_is_wrong_and_its_report_is_small(grade, result):
    code = f"def longest_runs(text, k):\n    return {result}"
    done = grade("longest_runs", notebook("longest_runs", longest_runs=code))
    assert (done.state, done.points) == (State.GRADED, 0)
    assert len(json.dumps(to_json(done), ensure_ascii=False).encode("utf-8")) < 60_000


@pytest.mark.parametrize(
    "frame",
    [
        "pd.DataFrame([[0] * 100_000])",
        "pd.DataFrame({'customer_id': [n * (2**61 - 1) for n in range(150_000)], 'orders': 0, 'spend': 0})",
        "pd.DataFrame({chr(0xd800): [1]})",
        "pd.DataFrame({'customer_id': ['x' * 5_000_000], 'orders': [0], 'spend': [0.0]})",
    ],
    ids=["wide", "one hash value", "no Unicode", "a long cell"],
)
def test_a_monstrous_table_is_wrong_and_its_report_is_small(grade, frame):
    code = (
        f"import pandas as pd\ndef customer_spend(customers, orders, params):\n    return {frame}"
    )
    done = grade("spending", notebook("spending", customer_spend=code))
    assert (done.state, done.answers[0].points) == (State.GRADED, 0)
    assert len(json.dumps(to_json(done), ensure_ascii=False).encode("utf-8")) < 60_000
