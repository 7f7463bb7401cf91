"""A wrong answer that no misconception explains is compared with the mutants of the solutions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.bank import load_exercise
from grader.bank.cases import load_cases
from grader.judge.behaviour import RIGHT, Behaviour, Book, case_key

SPEND = """
    SELECT customer_id, {orders} AS orders, {spend} AS spend
    FROM customers LEFT JOIN (
        SELECT * FROM orders WHERE ordered_on {until} (SELECT as_of FROM params)
    ) USING (customer_id)
    GROUP BY customer_id ORDER BY customer_id {way}
"""
RIGHT_PARTS = {
    "orders": "COUNT(order_id)",
    "spend": "COALESCE(SUM(amount), 0)",
    "until": "<=",
    "way": "",
}


def spend(**slips):
    return SPEND.format(**{**RIGHT_PARTS, **slips})


def test_the_query_of_these_tests_is_right_without_a_slip(spending):
    assert spending.sql("customer_spend", spend()).correct


@pytest.mark.parametrize(
    ("slips", "words"),
    [
        ({"spend": "COALESCE(MAX(amount), 0)"}, "the largest `amount` is taken instead of the sum"),
        ({"until": ">="}, "as_of"),
        ({"way": "DESC"}, "largest `customer_id` first"),
    ],
    ids=["the largest for the sum", "the wrong side of as_of", "the wrong way round"],
)
def test_one_slip_is_named_however_the_query_is_written(spending, slips, words):
    diagnosis = spending.sql("customer_spend", spend(**slips)).diagnosis
    assert diagnosis.id.startswith("slip: ")
    assert diagnosis.text.startswith("Your answer gives exactly what this slip would give: ")
    assert words in diagnosis.text


def test_two_slips_are_named_both(spending):
    both = spend(spend="COALESCE(MAX(amount), 0)", way="DESC")
    diagnosis = spending.sql("customer_spend", both).diagnosis
    assert "First: " in diagnosis.text
    assert "Second: " in diagnosis.text
    assert " + " in diagnosis.id


def test_a_pandas_answer_is_recognised_by_a_mutant_of_either_solution(spending):
    code = """
def customer_spend(customers, orders, params):
    seen = orders[orders["ordered_on"] <= params["as_of"].iloc[0]]
    most = seen.groupby("customer_id")["amount"].max()
    count = seen.groupby("customer_id").size()
    out = customers[["customer_id"]].sort_values("customer_id")
    out["orders"] = out["customer_id"].map(count).fillna(0).astype("int64")
    out["spend"] = out["customer_id"].map(most).fillna(0.0)
    return out
"""
    assert spending.python("customer_spend", code).diagnosis.id.startswith("slip: ")


def test_the_text_of_a_function_s_slip_is_told_too(longest_runs):
    right = (longest_runs.exercise.folder / "longest_runs" / "solution.py").read_text()
    wrong = right.replace("def longest_runs(text, k):", "def longest_runs(text, k):\n    k = k + 1")
    verdict = longest_runs.python("longest_runs", wrong)
    assert not verdict.correct
    assert verdict.counterexample


def test_what_no_slip_gives_gets_no_diagnosis_and_never_the_nearest(spending):
    odd = spend(spend="COALESCE(SUM(amount), 0) + CASE WHEN COUNT(*) > 2 THEN 1 ELSE 0 END")
    assert spending.sql("customer_spend", odd).diagnosis is None


def test_without_a_book_for_this_version_the_verdict_is_unexplained(spending, toy_copy):
    toml = toy_copy / "solutions/spending/exercise.toml"
    toml.write_text(toml.read_text() + "\n# another version\n")
    judged = type(spending)("spending")
    verdict = judged.sql("customer_spend", spend(way="DESC"))
    assert not verdict.correct
    assert verdict.counterexample
    assert verdict.diagnosis is None


def test_a_case_is_known_by_its_inputs_whatever_the_seed_and_the_order_of_rows(toy):
    exercise = load_exercise("spending")
    one, other = load_cases(exercise, 1), load_cases(exercise, 2)
    by_hand = [case.name for case in one.cases if not case.name.startswith("random")]
    keys = [{case.name: case_key(case) for case in book.cases} for book in (one, other)]
    assert [keys[0][name] for name in by_hand] == [keys[1][name] for name in by_hand]
    assert keys[0]["random 3"] != keys[1]["random 3"]


PRINTS = st.lists(st.sampled_from([RIGHT, "a", "b"]), min_size=3, max_size=3).map(tuple)


def behaviour(name, prints):
    return Behaviour("sql", name, "", "", prints)


@given(one=PRINTS, other=PRINTS, seen=PRINTS)
def test_a_pair_is_proposed_only_if_each_accounts_for_what_the_other_leaves_right(one, other, seen):
    book = Book(("x", "y", "z"), (behaviour("one", one), behaviour("other", other)))
    for _ in book.pairs_like(dict(zip(book.cases, seen, strict=True))):
        for a, b, goal in zip(one, other, seen, strict=True):
            assert goal == (b if a == RIGHT else a) or RIGHT not in (a, b)


def test_an_answer_that_says_nothing_is_told_no_slip_though_some_slip_says_as_little(spending):
    nothing = "SELECT customer_id, 0 AS orders, 0 AS spend FROM customers ORDER BY 1"
    assert spending.sql("customer_spend", nothing).diagnosis is None


def test_a_book_that_names_a_mutant_no_longer_made_says_nothing_and_breaks_nothing(
    spending, toy_copy
):
    path = toy_copy / "solutions/spending/behaviours.json"
    path.write_text(path.read_text().replace("→", "becomes").replace("dropped", "gone"))
    verdict = type(spending)("spending").sql("customer_spend", spend(way="DESC"))
    assert not verdict.correct
    assert verdict.diagnosis is None
