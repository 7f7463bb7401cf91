"""Importing, loading and loading again; kernels without a rich display."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape

from kernels import TOY

RIGHT_SQL = """%%sql customer_spend
SELECT c.customer_id, COUNT(o.order_id) AS orders, COALESCE(SUM(o.amount), 0) AS spend
FROM params p, customers c
LEFT JOIN orders o ON o.customer_id = c.customer_id AND o.ordered_on <= p.as_of
GROUP BY c.customer_id
ORDER BY c.customer_id"""


def run_python(*arguments: str, **environment: str) -> str:
    """Run this Python in a process of its own; gives what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_package_starts_nothing():
    heavy = ["duckdb", "IPython", "pandas", "numpy", "matplotlib", "typer", "grader.notebook"]
    code = f"import grader, sys; print([name for name in {heavy} if name in sys.modules])"
    assert run_python("-c", code) == "[]\n"


def test_loading_the_extension_does_not_load_what_only_authors_need(notebook):
    authors = ["jupytext", "nbformat", "typer", "grader.build"]
    shown = notebook.run(f"import sys; [name for name in {authors} if name in sys.modules]")
    assert shown.value == "[]"


def test_loading_brings_the_functions(kernel, notebook):
    names = ["exercise", "check", "hint", "solution", "progress", "reset"]
    assert kernel.run(f"all(callable(f) for f in ({', '.join(names)}))").value == "True"


def test_each_function_explains_itself(notebook):
    for name in ("exercise", "check", "hint", "solution", "progress", "reset"):
        assert notebook.run(f"bool({name}.__doc__)").value == "True"


def test_a_name_that_a_learner_has_taken_is_given_back_by_loading_again(kernel, notebook):
    kernel.run("check = 3")
    kernel.run('%reload_ext grader\nexercise("spending")')
    assert "not attempted yet" in kernel.run('check("customer_spend")').text


def test_loading_again_starts_afresh(kernel, notebook):
    kernel.run(RIGHT_SQL)
    kernel.run('%reload_ext grader\nexercise("spending")')
    assert "not attempted yet" in kernel.run('check("customer_spend")').text


def test_loading_again_offers_each_completion_once(kernel, notebook):
    kernel.run('%reload_ext grader\nexercise("spending")')
    offered = kernel.complete("%%sql\nSELECT orders.order▮")
    assert offered == ["orders.order_id", "orders.ordered_on"]


def test_loading_twice_without_reloading_is_no_error(kernel, notebook):
    assert not kernel.run("%load_ext grader").error
    assert not kernel.run("customers.head()").error


def test_opening_the_exercise_again_keeps_functions_and_forgets_queries(notebook):
    notebook.run("def spend_shares(customers, orders, params):\n    return 1 / 0")
    notebook.run(RIGHT_SQL)
    notebook.run('exercise("spending")')
    assert "not attempted yet" in notebook.run('check("customer_spend")').text
    assert "ZeroDivisionError" in notebook.run('check("spend_shares")').text


def text_without_style(html: str) -> str:
    """What is left to read where the style sheet is dropped, as in a notebook not trusted yet."""
    unstyled = re.sub("<style>.*?</style>", "", html, flags=re.DOTALL)
    return unescape(re.sub("<[^>]+>", "", unstyled.replace("<br>", "\n")))


def test_without_its_style_sheet_a_report_can_still_be_read(notebook):
    text = text_without_style(notebook.run('check("customer_spend")').html)
    assert text.startswith("○ customer_spend: not attempted yet\N{EM SPACE}0 / 3 points")


def test_without_its_style_sheet_each_hint_has_its_own_line(notebook):
    notebook.run('hint("customer_spend")')
    text = text_without_style(notebook.run('hint("customer_spend")').html)
    assert text.startswith("1. Which customers must be there?\n2. LEFT JOIN.")


def test_in_a_terminal_everything_is_plain_text(tmp_path):
    script = tmp_path / "session.ipy"
    cells = ["%load_ext grader", 'exercise("spending")', 'check("customer_spend")', "progress()"]
    script.write_text("\n".join(cells))
    said = run_python(
        *("-m", "IPython", "--no-banner", "--colors=NoColor", str(script)),
        WORKBOOK_HOME=str(TOY),
        WORKBOOK_PROGRESS=str(tmp_path / "progress.jsonl"),
        IPYTHONDIR=str(tmp_path),
    )
    assert "Spending per customer. Tables: customers (5 rows)" in said
    assert "○ customer_spend: not attempted yet" in said
    assert "0 of 2" in said
    assert "<" not in said
