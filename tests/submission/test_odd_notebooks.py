"""Notebooks as other tools, old formats, haste and malice leave them: the answers are found all the same."""

from __future__ import annotations

import json

import pytest

from grader.bank import load_exercise
from grader.build.notebook import EXPLAIN_HERE, learner_notebook
from grader.errors import WorkbookError
from grader.submission import handed_out, parse_notebook
from grader.submission.printable import printable

RUNS = "def longest_runs(text, k):\n    return [(text, k)]"
QUERY = "%%sql customer_spend\nSELECT 1"


def code(source, **more):
    return {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], **more}


def text(source, **more):
    return {"cell_type": "markdown", "source": source, "metadata": {}, **more}


@pytest.fixture
def parse(toy):
    """Reads bytes, or a notebook of these cells, as an answer to a toy exercise."""

    def read(*cells, exercise="spending", **notebook):
        ours = handed_out(load_exercise(exercise))
        if isinstance(cells[0], bytes):
            return parse_notebook(cells[0], "mine.ipynb", ours)
        content = json.dumps({"nbformat": 4, "cells": list(cells), **notebook})
        return parse_notebook(content.encode("utf-8", "surrogatepass"), "mine.ipynb", ours)

    return read


def texts(submission):
    return {name: code.text for name, code in submission.answers.codes.items()}


# How it is stored.


@pytest.mark.parametrize("number", [1, 2, 3, 5, -1, "four", None, 4.5, 10**30])
def test_the_number_of_the_format_decides_nothing(parse, number):
    assert texts(parse(code(QUERY), nbformat=number)) == {"customer_spend": "SELECT 1"}


def test_a_notebook_of_format_3_is_read_and_named(parse):
    old = {"cell_type": "code", "input": [line + "\n" for line in QUERY.split("\n")]}
    content = json.dumps({"nbformat": 3, "worksheets": [{"cells": [old]}]}).encode()
    submission = parse(content)
    assert texts(submission) == {"customer_spend": "SELECT 1\n"}
    assert "It is saved in an old notebook format (before 4)." in submission.oddities


@pytest.mark.parametrize(
    ("encoding", "oddity"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "It is saved as UTF-16, not as UTF-8."),
        ("utf-16-le", "It is saved as UTF-16-LE, not as UTF-8."),
        ("utf-32", "It is saved as UTF-32, not as UTF-8."),
        ("latin-1", "It is not saved as UTF-8; letters beyond ASCII may have changed."),
    ],
)
def test_other_encodings_are_decoded_and_named(parse, encoding, oddity):
    content = json.dumps(
        {"nbformat": 4, "cells": [code("%%sql customer_spend\nSELECT 'é'")]}, ensure_ascii=False
    )
    submission = parse(content.encode(encoding))
    assert texts(submission) == {"customer_spend": "SELECT 'é'"}
    assert oddity is None or oddity in submission.oddities


@pytest.mark.parametrize(
    "other",
    [
        3, None, [], {}, {"cell_type": "code"}, {"cell_type": 3, "source": {}},
        code(None), code(7), code({}), code([1, None]), code("x", metadata=[3]),
        code("x", metadata={"nbgrader": 3}), code("x", metadata={"nbgrader": {"grade_id": []}}),
        code("\ud800"), code("x = '\0'"), code("9" * 5000), code("(" * 1000), code("-" * 100_000 + "1"),
        code("+".join("a" * 20_000)), code("if a:\n 0\n" + "elif a:\n 0\n" * 20_000),
    ],
    ids=["a number", "null", "a list", "empty", "no source", "odd type", "source null",
         "source a number", "source an object", "source of no texts", "metadata a list",
         "nbgrader a number", "grade_id a list", "half a character", "a null byte", "a long number",
         "brackets", "signs", "a long sum", "many branches"],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_harms_no_other(parse, other):
    assert texts(parse(other, code(QUERY), other)) == {"customer_spend": "SELECT 1"}


def test_numbers_that_json_does_not_know_are_no_trouble(parse):
    cell = json.dumps(code(QUERY))
    content = f'{{"nbformat": 4, "x": [NaN, -Infinity, {"9" * 9000}], "cells": [{cell}]}}'
    assert texts(parse(content.encode())) == {"customer_spend": "SELECT 1"}


def test_half_a_character_is_replaced_and_said(parse):
    submission = parse(code("%%sql customer_spend\nSELECT '\ud800'"))
    assert texts(submission) == {"customer_spend": "SELECT '\ufffd'"}
    assert "Cell 1 holds half a character, which no file can hold." in submission.oddities


@pytest.mark.parametrize(
    ("cells", "oddity"),
    [
        ([code("x = 1\n" * 50_000)], "Too long to be read, and passed over: cell 2."),
        ([code(f"x = '{'data ' * 30_000}'")] * 4, "Too long to be read, and passed over: cell 5."),
        ([code("x = 1")] * 2000, "It has 2,001 cells; the first 2,000 are read."),
    ],
    ids=["one long cell", "much in all", "many cells"],
)
def test_what_is_beyond_all_measure_is_passed_over_and_said(parse, cells, oddity):
    submission = parse(code(QUERY), *cells)
    assert texts(submission) == {"customer_spend": "SELECT 1"}
    assert oddity in submission.oddities


def test_long_cells_keep_no_answer_from_being_read(parse):
    submission = parse(*[code(f"x = '{'data ' * 30_000}'")] * 10, code(QUERY))
    assert texts(submission) == {"customer_spend": "SELECT 1"}


def test_more_than_20_mb_is_refused(parse):
    with pytest.raises(WorkbookError, match=r"mine\.ipynb is larger than 20 MB\. Clear its"):
        parse(b" " * (20 * 1024 * 1024 + 1))


# What kind of cell it stands in.


@pytest.mark.parametrize(
    ("cell", "where"),
    [
        (text(QUERY), "SELECT 1"),
        (text(f"```sql\n{QUERY}\n```"), "SELECT 1\n"),
        (text(f"My answer:\n\n~~~\n{QUERY}\n~~~\nIt took long."), "SELECT 1\n"),
        (text(f"```\n{QUERY}"), "SELECT 1"),
        ({**text(QUERY), "cell_type": "raw"}, "SELECT 1"),
        ({"source": QUERY}, "SELECT 1"),
    ],
    ids=["markdown", "a code block", "a code block in a text", "a block that is not closed", "raw",
         "no type"],
)  # fmt: skip
def test_an_answer_in_a_text_cell_counts_where_no_code_cell_has_one(parse, cell, where):
    submission = parse(code("1"), cell)
    assert texts(submission) == {"customer_spend": where}
    assert submission.warnings == {
        "customer_spend": ("It stands in cell 2, which is no code cell.",)
    }
    submission = parse(code("%%sql customer_spend\nSELECT 2"), cell)
    assert texts(submission) == {"customer_spend": "SELECT 2"}
    assert submission.warnings == {}


def test_a_function_in_a_text_cell_keeps_its_lines(parse):
    submission = parse(text(f"So:\n```python\n{RUNS}\n```"), exercise="longest_runs")
    assert submission.answers.codes["longest_runs"].language == "python"
    assert [source.text for source in submission.answers.python] == [f"\n\n{RUNS}"]


@pytest.mark.parametrize("exercise", ["spending", "longest_runs"])
def test_the_wrong_answer_that_we_show_is_not_the_learners(parse, exercise):
    cells = [dict(cell) for cell in learner_notebook(load_exercise(exercise)).cells]
    assert any("```" in cell["source"] for cell in cells if cell["cell_type"] == "markdown")
    submission = parse(*cells, exercise=exercise)
    assert submission.answers.codes == {}
    assert set(submission.missing.values()) == {""}
    assert (submission.others, submission.oddities, submission.warnings) == ((), (), {})


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f"# my query\n\n{QUERY}", "SELECT 1"),
        (f"-- my query\n{QUERY}", "SELECT 1"),
        (f"#@title Spend {{ run: 'auto' }}\n{QUERY}", "SELECT 1"),
        (f"import math\n\n{QUERY}", "SELECT 1"),
        (f"%%time\n{QUERY}", "SELECT 1"),
        (f"%%sql\nSELECT 0\n{QUERY}", "SELECT 1"),
    ],
    ids=["a comment above", "an SQL comment above", "a Colab form", "Python above", "timed",
         "two cells in one"],
)  # fmt: skip
def test_a_query_below_other_lines_counts_with_a_warning(parse, source, found):
    submission = parse(code(source))
    assert texts(submission) == {"customer_spend": found}
    assert submission.warnings == {
        "customer_spend": ('In cell 1 "%%sql customer_spend" is not the first line.',)
    }


def test_python_merged_with_a_query_is_both(parse):
    submission = parse(code(f"def spend_shares(c, o):\n    return o\n\n{QUERY}"))
    languages = {name: code.language for name, code in submission.answers.codes.items()}
    assert languages == {"spend_shares": "python", "customer_spend": "sql"}


def test_a_magic_inside_a_string_is_no_query(parse):
    submission = parse(code(f'note = """\n{QUERY}\n"""'))
    assert submission.answers.codes == {}


def test_cells_of_other_tools_are_read(parse):
    colab = code(["#@title Answer\n", "!pip install -q duckdb\n", RUNS], metadata={"id": "x"})
    vscode = code(RUNS, metadata={"vscode": {"languageId": "python"}})
    for cell in (colab, vscode):
        submission = parse(cell, exercise="longest_runs", nbformat_minor=0)
        assert set(submission.answers.codes) == {"longest_runs"}
    sql = code(QUERY, metadata={"vscode": {"languageId": "sql"}})
    assert texts(parse(sql)) == {"customer_spend": "SELECT 1"}


@pytest.mark.parametrize(
    "source",
    [
        f"%matplotlib inline\n{RUNS}",
        f"!pip install x \\\n   y\n{RUNS}\nfiles = !ls\ntook = %timeit -o 1",
        f"?print\nlongest_runs?\ntext.upper??\n{RUNS}",
        f"    {RUNS.replace(chr(10), chr(10) + '    ')}",
        ">>> " + RUNS.replace("\n", "\n... "),
        f"%load_ext sql\nx = (7\n% 2)\ns = '''\n!no\n'''\n{RUNS}",
        f"!echo don't\n{RUNS}",
        f"%%capture out\n%time 1\n{RUNS}",
        f"if True:\n    !ls\n{RUNS}",
    ],
    ids=["a magic", "shell over two lines", "help", "indented", "prompts", "what only looks so",
         "a quote", "captured", "inside if"],
)  # fmt: skip
def test_lines_of_ipython_do_not_hide_a_function(parse, source):
    submission = parse(code(source), exercise="longest_runs")
    assert set(submission.answers.codes) == {"longest_runs"}
    assert RUNS.split("\n")[1].strip() in submission.answers.python[0].text


# What is said of answers that are not there.


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ([code("x = 1"), code("def longest_runs(text, k)\n    return 1")],
         "Cell 2 cannot be read as Python (line 1: expected ':')."),
        ([code("return 7", metadata={"nbgrader": {"grade_id": "longest_runs"}})],
         "Cell 1, where it belongs, does not define it."),
        ([code("", metadata={"nbgrader": {"grade_id": "longest_runs"}})], ""),
        ([code("%%sql longest_run\x1b\nSELECT 1")],
         'Cell 1 is named "longest_run\\x1b". Did you mean "longest_runs"?'),
    ],
    ids=["it does not parse", "something else in its cell", "an empty cell", "an odd name"],
)  # fmt: skip
def test_what_stands_in_place_of_a_missing_answer_is_said(parse, cells, note):
    assert parse(*cells, exercise="longest_runs").missing["longest_runs"] == note


def test_a_later_cell_that_does_not_parse_is_a_warning(parse):
    submission = parse(code(RUNS), code("def longest_runs(:"), exercise="longest_runs")
    assert submission.warnings["longest_runs"] == (
        "Cell 2 cannot be read as Python (line 1: invalid syntax). That cell is passed over.",
    )


# What a person reads.


def graded(grade_id, source, kind="markdown"):
    return {
        "cell_type": kind, "source": source, "metadata": {"nbgrader": {"grade_id": grade_id}}
    }  # fmt: skip


def test_what_counts_is_kept_as_it_was_written(parse):
    cell = f"import math\n{RUNS}\n1 / 0"
    submission = parse(
        code("def longest_runs(t, k): return 1"), code(cell), exercise="longest_runs"
    )
    assert submission.written == {"longest_runs": cell, "explain": ""}
    assert submission.others == ("def longest_runs(t, k): return 1",)


def test_an_attempt_that_defines_nothing_is_kept_too(parse):
    submission = parse(graded("longest_runs", "return 7", "code"), exercise="longest_runs")
    assert submission.written["longest_runs"] == "return 7"


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ([text("## Explain it\n\nSay it."), graded("explain", EXPLAIN_HERE)], ""),
        ([text("## Explain it"), graded("explain", "  ")], ""),
        ([graded("explain", "Since ties are kept.")], "Since ties are kept."),
        ([graded("explain", f"{EXPLAIN_HERE}\n\nBecause.")], "Because."),
        ([graded("explain", "Because.", "raw")], "Because."),
        ([text("## Explain it\n\nSay it."), text("Because.")], "Because."),
        ([text("## Explain it"), graded("explain", EXPLAIN_HERE), text("Because."), code("1"),
          text("And so."), text("A cell of ours"), text("Later.")], "Because.\n\nAnd so."),
        ([code("1")], ""),
    ],
    ids=["untouched", "blank", "written", "below the invitation", "another kind of cell",
         "no metadata", "in cells below", "deleted"],
)  # fmt: skip
def test_the_explanation_is_found(toy, cells, found):
    ours = handed_out(load_exercise("spending"))
    ours = type(ours)(
        ours.exercise, ours.names, ours.cells | {"A cell of ours"}, ours.by_grade_id, ours.blocks
    )
    content = json.dumps({"cells": cells}).encode()
    assert parse_notebook(content, "", ours).written["explain"] == found


def test_our_cells_and_calls_are_no_cells_of_the_learner(parse):
    ours = [dict(cell) for cell in learner_notebook(load_exercise("spending")).cells]
    calls = [code('%load_ext grader\nexercise("spending")'), code("hint('x'); check()"), code("  ")]
    own = [code("customers.head()"), code("!ls"), code("check")]
    submission = parse(*ours, *calls, *own, code(QUERY))
    assert submission.others == ("customers.head()", "!ls", "check")


def test_texts_for_a_person_are_bounded(parse):
    long = "# " + "x" * 120_000
    submission = parse(code(long), code(f"{QUERY}\n-- {long}"), code(long), code("a"), code(long))
    assert len(submission.written["customer_spend"]) == 100_000
    assert submission.written["customer_spend"].endswith("\n… (cut: it goes on)")
    assert sum(map(len, submission.others)) <= 200_000


def test_check_cells_that_were_changed_or_deleted_are_named(parse):
    cells = [dict(cell) for cell in learner_notebook(load_exercise("spending")).cells]
    kept = [cell for cell in cells if cell["source"] != 'check("spend_shares")']
    for cell in kept:
        if cell["source"] == 'check("customer_spend")':
            cell["source"] = "print('right')"
    submission = parse(*kept)
    assert submission.oddities == (
        "A check cell was changed (check_customer_spend); they are never run in grading.",
        "A check cell was deleted (check_spend_shares); they are never run in grading.",
    )
    assert submission.others == ("print('right')",)


def test_the_notebook_of_another_exercise_is_named(parse):
    submission = parse(code(QUERY), metadata={"workbook": {"exercise": "longest\nruns"}})
    assert 'It says that it is the notebook of "longest\\nruns".' in submission.oddities


def test_two_cells_with_one_grade_id_are_named(parse):
    cell = graded("customer_spend", QUERY, "code")
    assert "More than one cell carries the grade_id customer_spend." in parse(cell, cell).oddities


@pytest.mark.parametrize(
    ("name", "shown"),
    [("näme 1", "näme 1"), ("a\nb\x1b[1m", "a\\nb\\x1b[1m"), ("\udcff", "\\udcff"),
     ("a\u202eb", "a\\u202eb"), ("x" * 200, "x" * 120 + "…")],
    ids=["plain", "controls", "no Unicode", "turned", "long"],
)  # fmt: skip
def test_a_name_stands_in_messages_on_one_plain_line(name, shown):
    assert printable(name) == shown
