"""All cases at once gives the verdicts that one by one gives, and is used only where it is safe."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.bank import codefile
from grader.judge import Status, compare, judge
from grader.judge.trial import all_at_once, one_by_one
from grader.sandbox import Answers, Code, InPlace, Separate

NAME = "customer_spend"


@pytest.fixture
def spend(spending):
    return spending.exercise.answers[NAME]


def sql_files(spending, spend):
    files = [codefile.solution(spending.exercise, spend)]
    files += codefile.right_answers(spending.exercise, spend)
    files += [wrong.code for wrong in codefile.misconceptions(spending.exercise, spend)]
    return [code for code in files if code.language == "sql"]


def both_ways(spending, spend, text):
    cases = spending.book.for_answer(NAME)
    runner = spending.runner(NAME, text, "sql")
    ways = (all_at_once, one_by_one)
    return [way(spend, cases, spending.reference, runner, None) for way in ways]


def test_both_ways_agree_on_every_case_of_every_known_query(spending, spend):
    unordered = replace(spend, order="")
    for code in sql_files(spending, spend):
        together, alone = both_ways(spending, spend, code.text)
        for one, other in zip(together, alone, strict=True):
            assert one.case == other.case
            assert compare(unordered, one.outcome, other.outcome) is None
            assert (one.fault is None) == (other.fault is None)


def test_an_error_on_one_case_leaves_the_others_to_be_run_alone(spending, spend):
    code = codefile.solution(spending.exercise, spend).text.replace(
        "COUNT(o.order_id)", "CASE WHEN COUNT(*) > 3 THEN error('no') ELSE COUNT(o.order_id) END"
    )
    together, alone = both_ways(spending, spend, code)
    assert together is None
    assert {result.fault is None for result in alone} == {True, False}


def test_a_wrong_order_is_found_though_a_run_of_all_loses_it(spending, spend):
    code = codefile.solution(spending.exercise, spend).text
    code = code.replace("ORDER BY c.customer_id", "ORDER BY c.customer_id DESC")
    assert both_ways(spending, spend, code)[0] is None
    assert spending.sql(NAME, code).status is Status.WRONG


def test_a_query_that_reads_which_case_it_is_on_is_not_trusted(spending, spend):
    code = codefile.solution(spending.exercise, spend).text
    code = code.replace("COUNT(o.order_id)", "COUNT(o.order_id) + 0 * MAX(_n._case)")
    verdict = spending.sql(NAME, code)
    assert verdict.status is Status.ERROR
    assert verdict.failure.name == "BinderException"


def test_python_has_no_such_way(spending, spend):
    code = codefile.solutions(spending.exercise, spend)[1].text
    cases = spending.book.for_answer(NAME)
    runner = spending.runner(NAME, code, "python")
    assert all_at_once(spend, cases, spending.reference, runner, None) is None


def test_an_earlier_answer_may_be_used_by_name(spending):
    shares = """
        SELECT name, spend / NULLIF(SUM(spend) OVER (), 0) AS share
        FROM customer_spend JOIN customers USING (customer_id)
    """
    first = codefile.solution(spending.exercise, spending.exercise.answers[NAME]).text
    codes = {NAME: Code(NAME, "sql", first), "spend_shares": Code("spend_shares", "sql", shares)}
    runner = InPlace(spending.exercise, Answers(codes), spending.reference.database)
    batch = [case.inputs for case in spending.book.for_answer("spend_shares")]
    assert runner.run_each("spend_shares", batch, 5.0) is not None
    assert judge("spend_shares", spending.book, spending.reference, runner).correct


def test_a_process_of_its_own_runs_all_at_once_too(spending, spend):
    text = codefile.solution(spending.exercise, spend).text
    batch = [case.inputs for case in spending.book.for_answer(NAME)]
    here = spending.runner(NAME, text, "sql").run_each(NAME, batch, 5.0)
    with Separate(spending.exercise, Answers({NAME: Code(NAME, "sql", text)})) as sandbox:
        there = sandbox.run_each(NAME, batch, 5.0)
    unordered = replace(spend, order="")
    assert all(compare(unordered, a, b) is None for a, b in zip(here, there, strict=True))


def test_an_endless_query_gives_nothing_at_once_and_a_timeout_alone(spending):
    endless = "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"
    verdict = spending.sql(NAME, endless, seconds=0.3)
    assert verdict.status in (Status.TIMEOUT, Status.MEMORY)
