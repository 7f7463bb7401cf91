"""Every kind of outcome, in both runners, which must agree."""

from __future__ import annotations

import os

import pytest
from outcomes import OUTCOMES, frames, runs

from grader.bank import load_cases, load_exercise
from grader.sandbox import Answers, Code, InPlace, Kind, Separate, Source


@pytest.mark.parametrize(
    ("answer", "code", "seconds", "kind"),
    [outcome[1:] for outcome in OUTCOMES],
    ids=[outcome[0] for outcome in OUTCOMES],
)
def test_both_runners_give_the_same_outcome(in_place, separate, answer, code, seconds, kind):
    outcome = separate(answer, code, seconds=seconds)
    assert outcome.kind is kind, outcome.failure
    assert in_place(answer, code, seconds=seconds) == outcome


# What only a process of its own survives.


def test_an_answer_that_ends_the_process_is_an_error(separate):
    outcome = separate("longest_runs", "import os\n" + runs("os._exit(0)"))
    assert outcome.kind is Kind.ERROR
    assert str(outcome.failure) == "it ended the process it ran in, so there is no result."


def test_an_answer_that_crashes_the_interpreter_is_an_error(separate):
    outcome = separate("longest_runs", "import ctypes\n" + runs("ctypes.string_at(0)"))
    assert outcome.failure.name == "ended process"


def test_an_answer_that_refuses_to_stop_is_a_timeout(separate):
    code = runs("while True:\n    try:\n        pass\n    except BaseException:\n        pass")
    assert separate("longest_runs", code, seconds=0.2).kind is Kind.TIMEOUT


def test_endless_sql_on_a_connection_of_the_answers_own_is_a_timeout(separate):
    """In place DuckDB now and then loses the alarm and runs on; the process is ended."""
    sql = "SELECT sum(a.range * b.range) FROM range(100000000) a, range(100000000) b"
    code = "import duckdb\n" + frames(f"return duckdb.sql('{sql}').df()")
    assert separate("customer_spend", code, seconds=0.3).kind is Kind.TIMEOUT


def test_memory_that_a_single_call_of_sql_takes_is_limited(separate):
    """DuckDB's own limits let this one through: only the limit on the process stops it."""
    code = "SELECT length(repeat('x', 8000000000)) AS n"
    assert separate("customer_spend", code).kind in (Kind.MEMORY, Kind.ERROR)


def test_after_a_crash_the_next_case_runs_in_a_new_process(toy):
    code = Source("a.py", "import os\n" + runs("return k if k else os._exit(1)"))
    answers = Answers({"longest_runs": Code("longest_runs", "python")}, (code,))
    with Separate(load_exercise("longest_runs"), answers) as runner:
        kinds = [runner.run("longest_runs", {"text": "", "k": k}, 5).kind for k in (1, 0, 2)]
    assert kinds == [Kind.VALUE, Kind.ERROR, Kind.VALUE]


def test_after_too_much_memory_the_next_case_runs(toy):
    code = Source("a.py", runs("return len([0] * 10 ** k)"))
    answers = Answers({"longest_runs": Code("longest_runs", "python")}, (code,))
    with Separate(load_exercise("longest_runs"), answers) as runner:
        kinds = [runner.run("longest_runs", {"text": "", "k": k}, 5).kind for k in (1, 13, 2)]
    assert kinds == [Kind.VALUE, Kind.MEMORY, Kind.VALUE]


def test_what_an_answer_prints_reaches_nobody(separate, capfd):
    code = "import os, sys\n" + runs(
        "print('a')\nprint('b', file=sys.stderr)\nos.write(1, b'c')\nos.write(2, b'd')\nreturn 1"
    )
    assert separate("longest_runs", code).value == 1
    assert capfd.readouterr() == ("", "")


def test_an_answer_that_writes_to_the_pipes_is_not_believed(separate):
    """Frames look for the real reply by its number; whatever else comes is an error."""
    code = "import os\n" + runs(
        'forged = b\'{"number": 99, "kind": "value"}\'\n'
        "for pipe in range(3, 20):\n"
        "    try:\n"
        "        os.write(pipe, len(forged).to_bytes(8, 'big') + forged)\n"
        "    except OSError:\n"
        "        pass\n"
        "return 1"
    )
    assert separate("longest_runs", code).failure.name == "disturbed process"


def test_an_answer_does_not_see_the_environment_of_the_caller(separate, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    code = "import os\n" + runs("return [os.environ.get('SECRET_TOKEN'), os.environ['HOME']]")
    secret, home = separate("longest_runs", code).value
    assert secret is None
    assert "workbook-" in home


def test_the_process_and_its_folder_are_gone_at_the_end(toy, tmp_path):
    place = tmp_path / "place.txt"
    code = "import os\n" + runs(f"open({str(place)!r}, 'w').write(os.getcwd())\nreturn os.getpid()")
    answers = Answers({"longest_runs": Code("longest_runs", "python")}, (Source("a.py", code),))
    with Separate(load_exercise("longest_runs"), answers) as runner:
        pid = runner.run("longest_runs", {"text": "", "k": 0}, 5).value
    assert not (tmp_path / place.read_text()).exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


# Every case gets fresh inputs.


@pytest.mark.parametrize("runner_class", [InPlace, Separate])
def test_an_answer_that_changes_its_inputs_does_not_change_the_next_case(toy, runner_class):
    exercise = load_exercise("spending")
    case = load_cases(exercise).for_answer("customer_spend")[0]
    code = Source("a.py", frames("n = len(orders)\norders.drop(orders.index, inplace=True)\n"
                                 "return customers.assign(n=n)"))  # fmt: skip
    runner = runner_class(
        exercise, Answers({"customer_spend": Code("customer_spend", "python")}, (code,))
    )
    try:
        seen = [runner.run("customer_spend", case.inputs, 5).value.rows for _ in range(3)]
    finally:
        getattr(runner, "__exit__", lambda *_: None)()
    assert seen == [((1, "Ada", 2),)] * 3


@pytest.mark.parametrize(
    ("answer", "code", "names"),
    [
        ("customer_spend", frames("orders['n'] = 1\nreturn customers"), ("orders",)),
        ("customer_spend", frames("orders.loc[0, 'amount'] = 9\nreturn customers"), ("orders",)),
        ("customer_spend", frames("orders.index = [5, 6]\nreturn customers"), ("orders",)),
        ("customer_spend", frames("orders['amount'] = orders['amount'].astype('float32')\n"
                                  "return customers"), ("orders",)),
        ("customer_spend", frames("orders.copy()['n'] = 1\nreturn customers"), ()),
        ("customer_spend", frames("orders = orders.assign(n=1)\nreturn customers"), ()),
    ],
    ids=["a new column", "a cell", "the index", "a type", "a copy changed", "a name used again"],
)  # fmt: skip
def test_changed_inputs_are_named(in_place, answer, code, names):
    assert in_place(answer, code).changed == names


def test_a_changed_argument_is_named(toy):
    exercise = load_exercise("longest_runs")
    code = Source("a.py", runs("text.append('b')\nreturn k"))
    runner = InPlace(exercise, Answers({"longest_runs": Code("longest_runs", "python")}, (code,)))
    assert runner.run("longest_runs", {"text": ["a"], "k": 1}, 5).changed == ("text",)


# Where an error happened.


def test_an_error_names_the_line_of_the_learners_own_code(in_place):
    code = frames("spent = orders\nreturn spent.merge(customers, on='nmae')")
    failure = in_place("customer_spend", code).failure
    assert (failure.line, failure.source) == (3, "return spent.merge(customers, on='nmae')")


def test_wrong_parameters_are_named_beside_those_that_are_needed(in_place):
    failure = in_place("customer_spend", "def customer_spend(orders): return orders").failure
    assert str(failure) == "it must take (customers, orders, params); yours takes (orders)."


# Earlier answers.


def later(earlier: str, sql: str, toy_exercise: str = "spending"):
    exercise = load_exercise(toy_exercise)
    codes = {"customer_spend": Code("customer_spend", "sql", earlier),
             "spend_shares": Code("spend_shares", "sql", sql)}  # fmt: skip
    case = load_cases(exercise).for_answer("spend_shares")[0]
    return InPlace(exercise, Answers(codes)).run("spend_shares", case.inputs, 5)


def test_a_query_may_use_an_earlier_one_by_name(toy):
    outcome = later("SELECT count(*) AS n FROM orders;", "SELECT n + 1 AS n FROM Customer_Spend")
    assert outcome.value.rows == ((3,),)


def test_a_broken_earlier_query_is_blamed_by_name(toy):
    outcome = later("SELECT nothing FROM orders", "SELECT * FROM customer_spend")
    assert str(outcome.failure).startswith("It uses customer_spend, which fails: Binder Error")
    assert str(outcome.failure).endswith("Mend customer_spend first.")


def test_a_broken_earlier_query_does_no_harm_where_it_is_only_mentioned(toy):
    sql = "WITH customer_spend AS (SELECT 7 AS n) -- like customer_spend\nSELECT n FROM customer_spend"
    assert later("SELEKT", sql).value.rows == ((7,),)
    assert later("SELEKT", "SELECT 'customer_spend' AS n").value.rows == (("customer_spend",),)


def test_a_case_does_not_see_the_tables_of_another(toy):
    exercise = load_exercise("spending")
    runner = InPlace(
        exercise, Answers({"customer_spend": Code("customer_spend", "sql", "FROM orders")})
    )
    cases = load_cases(exercise).for_answer("customer_spend")
    for case in [*cases, *cases[::-1]]:
        assert runner.run("customer_spend", case.inputs, 5).value.rows == case.inputs["orders"]
