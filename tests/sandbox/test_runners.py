"""Every kind of outcome, in both runners, which must agree."""

from __future__ import annotations

import os
import textwrap

import pytest

from grader.bank import load_cases, load_exercise
from grader.sandbox import Answers, Code, InPlace, Kind, Separate, Source


def frames(body: str) -> str:
    return "def customer_spend(customers, orders, params):\n" + textwrap.indent(body, "    ")


def runs(body: str) -> str:
    return "def longest_runs(text, k):\n" + textwrap.indent(body, "    ")


# (name, answer, code, seconds, what must come of it)
OUTCOMES = [
    # Values.
    ("a query", "customer_spend", "SELECT customer_id FROM customers", 5, Kind.VALUE),
    ("a query with a comment at its end", "customer_spend", "SELECT 1 AS n; -- done", 5, Kind.VALUE),
    ("a DataFrame", "customer_spend", frames("return customers"), 5, Kind.VALUE),
    ("a polars frame", "customer_spend",
     "import polars\n" + frames("return polars.from_pandas(customers)"), 5, Kind.VALUE),
    ("an Arrow table", "customer_spend",
     "import pyarrow\n" + frames("return pyarrow.Table.from_pandas(customers)"), 5, Kind.VALUE),
    ("a DuckDB relation", "customer_spend",
     "import duckdb\n" + frames("return duckdb.sql('SELECT 1 AS n')"), 5, Kind.VALUE),
    ("a list", "longest_runs", runs("return [(text, k), None, 1.5, {'a': True}]"), 5, Kind.VALUE),
    ("a value that is no plain data", "longest_runs", runs("return {1, 2}"), 5, Kind.VALUE),
    ("nothing", "longest_runs", runs("pass"), 5, Kind.VALUE),
    ("a long integer", "longest_runs", runs("return 10 ** 20_000"), 5, Kind.VALUE),
    ("a text that is no Unicode", "longest_runs", runs(r"return '\ud800'"), 5, Kind.VALUE),
    ("a list that holds itself", "longest_runs", runs("x = []; x.append(x); return x"), 5, Kind.VALUE),
    ("a lambda", "longest_runs", "longest_runs = lambda text, k: [k]", 5, Kind.VALUE),
    ("a callable object", "longest_runs",
     "class Runs:\n    def __call__(self, text, k):\n        return k\nlongest_runs = Runs()", 5,
     Kind.VALUE),
    ("much printing", "longest_runs", runs("print('x' * 100_000)\nreturn 1"), 5, Kind.VALUE),
    ("a warning", "longest_runs",
     "import warnings\n" + runs("warnings.warn('beware')\nreturn 1"), 5, Kind.VALUE),
    ("a changed DataFrame", "customer_spend",
     frames("orders['amount'] = 0\norders.sort_values('amount', inplace=True)\nreturn customers"), 5,
     Kind.VALUE),
    # Errors.
    ("a table that is not there", "customer_spend", "SELECT * FROM nowhere", 5, Kind.ERROR),
    ("a column that is not there", "customer_spend", "SELECT nmae FROM customers", 5, Kind.ERROR),
    ("a failing cast", "customer_spend", "SELECT name::INTEGER FROM customers", 5, Kind.ERROR),
    ("two statements", "customer_spend", "SELECT 1; SELECT 2", 5, Kind.ERROR),
    ("a statement that writes", "customer_spend", "DROP TABLE orders", 5, Kind.ERROR),
    ("a file read by SQL", "customer_spend", "SELECT * FROM '/etc/passwd'", 5, Kind.ERROR),
    ("a file read by a function of SQL", "customer_spend",
     "SELECT * FROM read_text('/etc/passwd')", 5, Kind.ERROR),
    ("files listed by SQL", "customer_spend", "SELECT * FROM glob('/etc/*')", 5, Kind.ERROR),
    ("a query for a function", "longest_runs", "SELECT 1", 5, Kind.ERROR),
    ("None for a table", "customer_spend", frames("pass"), 5, Kind.ERROR),
    ("a raised error", "longest_runs", runs("\nraise KeyError('x')"), 5, Kind.ERROR),
    ("an error two calls down", "longest_runs",
     "def half(n):\n    return n / 0\n\n" + runs("return half(k)"), 5, Kind.ERROR),
    ("an error inside pandas", "customer_spend", frames("return customers['nmae']"), 5, Kind.ERROR),
    ("an error that cannot be shown", "longest_runs",
     "class Bad(Exception):\n    def __str__(self):\n        return 'x' * 10_000\n"
     + runs("raise Bad"), 5, Kind.ERROR),
    ("a syntax error in text that is run", "longest_runs", runs("return eval('1 +')"), 5, Kind.ERROR),
    ("sys.exit", "longest_runs", "import sys\n" + runs("sys.exit(0)"), 5, Kind.ERROR),
    ("sys.exit at the top", "longest_runs", "import sys; sys.exit(0)\n" + runs("pass"), 5, Kind.ERROR),
    ("an error at the top", "longest_runs", "1 / 0\n" + runs("return 1"), 5, Kind.ERROR),
    ("a syntax error", "longest_runs", "def longest_runs(text, k)\n    return 1", 5, Kind.ERROR),
    ("endless recursion", "longest_runs", runs("return longest_runs(text, k)"), 5, Kind.ERROR),
    ("a parameter too few", "longest_runs", "def longest_runs(text): return 1", 5, Kind.ERROR),
    ("other parameters", "customer_spend", "def customer_spend(a, b, c): return a", 5, Kind.ERROR),
    ("something that is no function", "longest_runs", "longest_runs = 3", 5, Kind.ERROR),
    # No result.
    ("an endless loop", "longest_runs", runs("while True: pass"), 0.3, Kind.TIMEOUT),
    ("an endless loop that hides errors", "longest_runs",
     runs("while True:\n    try:\n        pass\n    except Exception:\n        pass"), 0.3, Kind.TIMEOUT),
    ("a long sleep", "longest_runs", "import time\n" + runs("time.sleep(60)"), 0.3, Kind.TIMEOUT),
    ("endless SQL", "customer_spend",
     "SELECT count(*) FROM range(100000000) a, range(100000000) b", 0.3, Kind.TIMEOUT),
    ("endless recursion in SQL", "customer_spend",
     "WITH RECURSIVE r AS (SELECT 1 n UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r", 0.3,
     Kind.TIMEOUT),
    ("an array larger than memory", "longest_runs",
     "import numpy\n" + runs("return len(numpy.ones(10**13))"), 5, Kind.MEMORY),
    ("a list larger than memory", "longest_runs", runs("return len([0] * 10**13)"), 5, Kind.MEMORY),
    ("SQL that needs more memory than it may", "customer_spend",
     "SELECT list(a.range || repeat('x', 1000)) FROM range(3000000) a", 20, Kind.MEMORY),
]  # fmt: skip


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
