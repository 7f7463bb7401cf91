"""A diagnosis is given where an answer behaves exactly like a known misconception, else none."""

from __future__ import annotations

import pytest

from grader.bank import codefile


def known(judged, name):
    return codefile.misconceptions(judged.exercise, judged.exercise.answers[name])


@pytest.mark.parametrize("name", ["customer_spend", "spend_shares"])
def test_every_misconception_is_recognised(spending, name):
    for misconception in known(spending, name):
        judge = spending.sql if misconception.code.language == "sql" else spending.python
        diagnosis = judge(name, misconception.code.text).diagnosis
        assert diagnosis.id in (misconception.id, misconception.same_as)


def test_the_misconceptions_of_a_function_are_recognised(longest_runs):
    for misconception in known(longest_runs, "longest_runs"):
        verdict = longest_runs.python("longest_runs", misconception.code.text)
        assert verdict.diagnosis.text == misconception.diagnosis


def test_the_same_idea_in_other_words_is_recognised(spending):
    code = """
        SELECT customer_id, COUNT(order_id) AS orders, COALESCE(SUM(amount), 0) AS spend
        FROM customers LEFT JOIN (FROM orders, params SELECT orders.* WHERE ordered_on < as_of)
        USING (customer_id) GROUP BY ALL ORDER BY customer_id
    """
    diagnosis = spending.sql("customer_spend", code).diagnosis
    assert diagnosis.id == "as_of_left_out"
    assert diagnosis.rule == "seen"


def test_of_two_synonyms_the_main_one_is_told(spending):
    synonym = next(m for m in known(spending, "customer_spend") if m.same_as)
    diagnosis = spending.python("customer_spend", synonym.code.text).diagnosis
    assert diagnosis.id == synonym.same_as


def test_two_mistakes_at_once_are_not_taken_for_one_of_them(spending):
    code = """
        SELECT c.customer_id, COUNT(*) AS orders, SUM(COALESCE(o.amount, 0)) AS spend
        FROM customers c JOIN orders o USING (customer_id), params
        WHERE o.ordered_on < as_of GROUP BY ALL ORDER BY 1
    """
    verdict = spending.sql("customer_spend", code)
    assert verdict.counterexample
    assert verdict.diagnosis is None


def test_a_misconception_that_fails_on_one_more_case_is_not_diagnosed(longest_runs):
    code = known(longest_runs, "longest_runs")[0].code.text.replace("[:k]", "[: min(k, 2)]")
    verdict = longest_runs.python("longest_runs", code)
    assert verdict.failed
    assert verdict.diagnosis is None


def test_an_answer_that_stops_with_an_error_somewhere_gets_no_diagnosis(spending):
    code = next(m for m in known(spending, "customer_spend") if m.id == "inner_join").code.text
    failing = code.replace("COUNT(*)", "CASE WHEN COUNT(*) > 3 THEN error('no') ELSE COUNT(*) END")
    verdict = spending.sql("customer_spend", failing)
    assert verdict.failed
    assert verdict.diagnosis is None


@pytest.mark.parametrize(
    "code",
    ["SELECT 1 AS n", "SELEKT", "SELECT '1' AS customer_id, '1' AS orders, '1' AS spend"],
    ids=["wrong columns", "no query", "wrong types"],
)
def test_what_cannot_be_compared_gets_no_diagnosis(spending, code):
    assert spending.sql("customer_spend", code).diagnosis is None


def test_a_correct_answer_gets_no_diagnosis(spending):
    code = codefile.solution(spending.exercise, spending.exercise.answers["customer_spend"]).text
    assert spending.sql("customer_spend", code).diagnosis is None


def test_the_counterexample_of_a_diagnosed_answer_is_of_the_rule_that_is_broken(spending):
    verdict = spending.sql("customer_spend", next(
        m for m in known(spending, "customer_spend") if m.id == "as_of_left_out").code.text)  # fmt: skip
    assert verdict.counterexample.case.rule == verdict.diagnosis.rule == "seen"
