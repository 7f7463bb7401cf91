"""Small answers to the toy exercises, with the kind of outcome that every runner must give."""

from __future__ import annotations

import textwrap

from grader.sandbox import Answers, Code, Kind, Source

INPUTS = {
    "spending": {
        "customers": ((1, "Ada"), (2, None)),
        "orders": ((7, 1, 2.5, None), (8, None, 4.0, None)),
        "params": ((None,),),
    },
    "longest_runs": {"text": "aabbb", "k": 2},
}


def answers_of(name: str, code: str) -> Answers:
    """A submission of one answer; SQL when it begins like SQL."""
    if code.lstrip().upper().startswith(("SELECT", "WITH", "FROM", "--", "DROP")):
        return Answers({name: Code(name, "sql", code)})
    return Answers({name: Code(name, "python")}, (Source("answer.py", code),))


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
     "SELECT sum(range) FROM range(1000000000000)", 0.3, Kind.TIMEOUT),
    ("endless recursion in SQL", "customer_spend",
     "WITH RECURSIVE r AS (SELECT 1 n UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r", 0.3,
     Kind.TIMEOUT),
    ("an array larger than memory", "longest_runs",
     "import numpy\n" + runs("return len(numpy.ones(10**13))"), 5, Kind.MEMORY),
    ("a list larger than memory", "longest_runs", runs("return len([0] * 10**13)"), 5, Kind.MEMORY),
    ("SQL that needs more memory than it may", "customer_spend",
     "SELECT list(a.range || repeat('x', 1000)) FROM range(3000000) a", 20, Kind.MEMORY),
]  # fmt: skip
