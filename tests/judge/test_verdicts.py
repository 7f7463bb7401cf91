"""The verdict on an answer: what is run, what is counted, what it costs."""

from __future__ import annotations

import dataclasses
import textwrap

import pytest

from grader.bank import codefile, load_cases
from grader.errors import ExerciseError
from grader.judge import Reference, Status, judge
from grader.sandbox import Answers, Code, Separate, Source

EVERYONE = "SELECT customer_id, 0 AS orders, 0 AS spend FROM customers ORDER BY 1"


def runs(body: str) -> str:
    return "def longest_runs(text, k):\n" + textwrap.indent(body, "    ")


def solution(judged, name, number=0):
    return codefile.solutions(judged.exercise, judged.exercise.answers[name])[number].text


@pytest.mark.parametrize("name", ["customer_spend", "spend_shares"])
def test_both_worked_solutions_are_correct_and_get_all_points(spending, name):
    for verdict in (spending.sql(name, solution(spending, name)),
                    spending.python(name, solution(spending, name, 1))):  # fmt: skip
        assert (verdict.status, verdict.points) == (Status.CORRECT, verdict.max_points)
        assert (verdict.failed, verdict.cases) == (0, 16)
        assert verdict.counterexample is verdict.diagnosis is None


def test_points_are_all_or_nothing(spending):
    nearly = solution(spending, "customer_spend").replace("<=", "<")
    verdict = spending.sql("customer_spend", nearly)
    assert 0 < verdict.failed < verdict.cases
    assert (verdict.points, verdict.max_points) == (0, 3)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        pytest.param("return [('a', 1)]", Status.WRONG, id="a constant"),
        pytest.param("raise KeyError", Status.ERROR, id="an error on every case"),
        pytest.param("return [][1]", Status.ERROR, id="an error that is not the one asked for"),
        pytest.param("return [] if text else text[0]", Status.WRONG, id="errors on some cases"),
        pytest.param("raise ValueError", Status.ERROR, id="the right error on every case"),
        pytest.param("while True: pass", Status.TIMEOUT, id="an endless loop"),
        pytest.param("return [0] * 10**13", Status.MEMORY, id="too much memory"),
        pytest.param("...", Status.WRONG, id="nothing returned"),
    ],
)
def test_the_status_says_what_kind_of_wrong_it_is(longest_runs, code, status):
    verdict = longest_runs.python("longest_runs", runs(code), seconds=0.3)
    assert verdict.status is status
    assert verdict.points == 0


def test_an_answer_that_runs_out_of_time_is_not_run_on_the_cases_after(longest_runs, tmp_path):
    ran = tmp_path / "ran"
    code = runs(f"open({str(ran)!r}, 'a').write('.')\nwhile True: pass")
    verdict = longest_runs.python("longest_runs", code, seconds=0.2)
    assert ran.read_text() == "."
    assert (verdict.failed, verdict.cases) == (16, 16)
    assert verdict.stopped_by.name == "one run"


def test_a_changed_input_is_a_warning_and_costs_nothing(spending):
    code = solution(spending, "customer_spend", 1).replace(
        "seen =", 'orders.sort_values("amount", inplace=True)\n    seen ='
    )
    verdict = spending.python("customer_spend", code)
    assert verdict.status is Status.CORRECT
    assert verdict.warnings == (
        "It changes its input orders: work on a copy (orders = orders.copy()), "
        "so that whoever called you keeps theirs.",
    )


def test_an_answer_that_depends_on_chance_is_told_so(spending):
    code = "SELECT customer_id, (random() * 1000000)::BIGINT AS orders, 0 AS spend FROM customers"
    verdict = spending.sql("customer_spend", code + " ORDER BY customer_id")
    assert verdict.status is Status.WRONG
    assert verdict.counterexample or "depend on chance" in verdict.note


def test_an_answer_that_is_right_the_second_time_is_told_that_it_depends_on_the_past(longest_runs):
    code = "asked = []\n" + solution(longest_runs, "longest_runs").replace(
        "    runs = []",
        "    asked.append(text)\n    if len(asked) == 1:\n        return []\n    runs = []",
    )
    verdict = longest_runs.python("longest_runs", code)
    assert (verdict.status, verdict.counterexample) == (Status.WRONG, None)
    assert verdict.note.startswith("Run again on the same input, it gives another result.")


def test_the_same_answer_gets_the_same_verdict_again(spending):
    first, second = (spending.sql("customer_spend", EVERYONE) for _ in range(2))
    assert first.counterexample == second.counterexample
    assert dataclasses.replace(first, seconds=0) == dataclasses.replace(second, seconds=0)


def test_another_seed_gives_other_cases_and_the_solution_stays_correct(spending):
    other = load_cases(spending.exercise, seed=7)
    assert other.cases != spending.book.cases
    runner = spending.runner("customer_spend", solution(spending, "customer_spend"), "sql")
    verdict = judge("customer_spend", other, Reference(spending.exercise), runner)
    assert verdict.correct


@pytest.mark.parametrize(
    "code",
    [
        'return [("a", 1)]',
        "return 1 / 0",
        "text = [text]; return sorted(text)",
        "while True: pass",
        "return [0] * 10**13",
        "return [(text, float(k))]",
    ],
    ids=["wrong", "an error", "another type", "endless", "too large", "a wrong type inside"],
)
def test_both_runners_lead_to_the_same_verdict(longest_runs, code):
    in_place = longest_runs.python("longest_runs", runs(code), seconds=0.3)
    answers = Answers(
        {"longest_runs": Code("longest_runs", "python", runs(code))},
        (Source("answer.py", runs(code)),),
    )
    with Separate(longest_runs.exercise, answers) as separate:
        verdict = judge("longest_runs", longest_runs.book, longest_runs.reference, separate, 0.3)
    assert dataclasses.replace(verdict, seconds=0) == dataclasses.replace(in_place, seconds=0)


def test_a_rule_is_named_where_only_cases_made_for_it_fail(longest_runs):
    verdict = longest_runs.python(
        "longest_runs",
        solution(longest_runs, "longest_runs").replace("raise ValueError", "return [(0, 0)] #"),
    )
    assert (verdict.failed, verdict.rule) == (1, "k")


def test_no_rule_is_named_where_cases_of_several_rules_fail(spending):
    verdict = spending.sql("customer_spend", EVERYONE)
    assert verdict.failed
    assert verdict.rule == ""


def test_a_worked_solution_that_fails_is_the_authors_fault_and_never_the_learners(
    toy_copy, spending
):
    (toy_copy / "solutions/spending/customer_spend/solution.sql").write_text("SELECT nothing")
    spending.__init__("spending")
    with pytest.raises(ExerciseError, match="The worked solution of customer_spend fails"):
        spending.sql("customer_spend", EVERYONE)


def test_a_result_that_an_answer_left_unread_disturbs_no_other_run(spending):
    """DuckDB's usual connection serves all of `duckdb.sql`, and refuses while a result is unread."""
    answer = spending.exercise.answers["customer_spend"]
    right = (spending.exercise.folder / answer.name / "solution.py").read_text()

    def with_line(line):
        return "import duckdb\n" + right.replace("):\n", f"):\n    {line}\n", 1)

    careless = with_line("duckdb.execute('SELECT * FROM range(100_000)').fetchone()")
    assert spending.python("customer_spend", careless).correct
    assert spending.python("customer_spend", with_line("duckdb.sql('SELECT 1').fetchall()")).correct
