"""``workbook check``: what it prints, and its exit status."""

from __future__ import annotations

import json

import pytest


def notebook(path, *sources):
    cells = [{"cell_type": "code", "source": source} for source in sources]
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
    return path


def one_line(text):
    return text.startswith("workbook: ") and text.count("\n") == 1


# Exit status.


def test_0_where_every_answer_found_is_correct(workbook, right):
    ran = workbook("check", "spending", right, "--answer", "customer_spend")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("✓ customer_spend: right on all 16 cases")


def test_1_where_an_answer_is_wrong(workbook, wrong):
    ran = workbook("check", "spending", wrong, "--answer", "customer_spend")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith("✗ customer_spend: wrong on 8 of 16 cases")


def test_1_where_an_answer_of_a_notebook_is_missing(workbook, right, tmp_path):
    file = notebook(tmp_path / "mine.ipynb", f"%%sql customer_spend\n{right.read_text()}")
    ran = workbook("check", "spending", file)
    assert ran.status == 1
    assert "✓ customer_spend" in ran.out
    assert "○ spend_shares: not attempted yet" in ran.out


def test_0_where_the_one_answer_that_is_wanted_of_a_notebook_is_correct(workbook, right, tmp_path):
    file = notebook(tmp_path / "mine.ipynb", f"%%sql customer_spend\n{right.read_text()}")
    ran = workbook("check", "spending", file, "--answer", "customer_spend")
    assert ran.status == 0
    assert "spend_shares" not in ran.out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["spendings", "FILE"], 'There is no exercise "spendings". Did you mean "spending"?'),
        (["spending", "nowhere.sql"], "There is no file nowhere.sql. Check the path."),
        (["spending", "FILE", "--answer", "customer_spends"],
         'There is no answer in spending "customer_spends". Did you mean "customer_spend"?'),
        (["spending", "FILE"], "Which answer is solution.sql? spending has customer_spend, "
         "spend_shares. Name it with --answer, or call the file ANSWER.sql."),
        (["longest_runs", "FILE"], "longest_runs asks for Python functions, not for SQL. "
         "Write a .py file."),
    ],
    ids=["an unknown exercise", "no file", "an unknown answer", "no telling which answer",
         "SQL where functions are asked"],
)  # fmt: skip
def test_2_and_one_clear_line_where_nothing_can_be_judged(workbook, right, words, complaint):
    ran = workbook("check", *(str(right) if word == "FILE" else word for word in words))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"workbook: {complaint}\n"


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ([], "holds no answer to spending yet. Write one, and save."),
        (["%%sql customer_spend\n-- later"], "holds no answer to spending yet."),
        (["%%sql customer_spent\nSELECT 1"],
         'Cell 1 is named "customer_spent". Did you mean "customer_spend"?'),
    ],
    ids=["no cells", "starters", "a mistyped name"],
)  # fmt: skip
def test_2_where_a_notebook_holds_no_answer(workbook, tmp_path, cells, complaint):
    ran = workbook("check", "spending", notebook(tmp_path / "mine.ipynb", *cells))
    assert (ran.status, ran.out) == (2, "")
    assert one_line(ran.err)
    assert complaint in ran.err


def test_2_where_the_answer_that_is_wanted_is_not_in_the_notebook(workbook, tmp_path):
    file = notebook(tmp_path / "mine.ipynb", "%%sql customer_spend\nSELECT 1")
    ran = workbook("check", "spending", file, "--answer", "spend_shares")
    assert (ran.status, ran.out) == (2, "")
    assert "holds no answer to spend_shares yet." in ran.err


def test_2_where_a_file_cannot_be_read(workbook, tmp_path):
    (tmp_path / "broken.ipynb").write_text("{")
    ran = workbook("check", "spending", tmp_path / "broken.ipynb")
    assert ran.status == 2
    assert one_line(ran.err)


@pytest.mark.parametrize("words", [["check"], ["check", "spending"], ["chekc"]])
def test_2_where_the_command_itself_is_wrong(workbook, words):
    assert workbook(*words).status == 2


# Files of each kind.


def test_a_file_named_like_an_answer_needs_no_option(workbook, right, tmp_path):
    file = tmp_path / "customer_spend.sql"
    file.write_text(right.read_text())
    assert workbook("check", "spending", file).status == 0


def test_a_python_file_is_judged_by_the_functions_it_defines(workbook, toy, tmp_path):
    file = tmp_path / "mine.py"
    file.write_text((toy / "solutions/spending/spend_shares/solution.py").read_text())
    ran = workbook("check", "spending", file)
    assert ran.status == 0
    assert "customer_spend" not in ran.out


def test_a_later_answer_of_a_notebook_may_use_an_earlier_one(workbook, right, tmp_path):
    file = notebook(
        tmp_path / "mine.ipynb",
        "%%sql spend_shares\nSELECT name, spend / NULLIF(SUM(spend) OVER (), 0) AS share\n"
        "FROM customer_spend JOIN customers USING (customer_id)",
        f"%%sql customer_spend\n{right.read_text()}",
    )
    assert workbook("check", "spending", file).status == 0
    assert workbook("check", "spending", file, "--answer", "spend_shares").status == 0


def test_the_next_step_can_be_pasted_into_a_shell(workbook, wrong, tmp_path):
    file = tmp_path / "my answer.sql"
    file.write_text(wrong.read_text())
    ran = workbook("check", "spending", file, "--answer", "customer_spend")
    again = f"workbook check spending '{file}' --answer customer_spend"
    assert again in " ".join(ran.out.split())


def test_a_time_limit_can_be_set(workbook, tmp_path):
    file = tmp_path / "mine.py"
    file.write_text("def longest_runs(text, k):\n    while True: pass")
    ran = workbook("check", "longest_runs", file, "--seconds", "0.2")
    assert ran.status == 1
    assert "no result within the time limit" in ran.out


def test_an_answer_that_ends_its_process_is_told_so_once(workbook, tmp_path):
    file = tmp_path / "mine.py"
    file.write_text("import os\ndef longest_runs(text, k):\n    os._exit(0)")
    ran = workbook("check", "longest_runs", file)
    assert ran.status == 1
    assert "It ended the process it ran in, so there is no result." in ran.out


# JSON.


def test_json_is_one_object_on_standard_output(workbook, wrong):
    ran = workbook("check", "spending", wrong, "--answer", "customer_spend", "--json")
    assert ran.status == 1
    found = json.loads(ran.out)
    assert [answer["answer"] for answer in found["answers"]] == ["customer_spend"]
    assert found["answers"][0]["diagnosis"]["id"] == "inner_join"
    assert found["answers"][0]["message"].startswith("✗ customer_spend")


def test_json_leaves_out_what_a_file_does_not_hold_and_lists_what_a_notebook_lacks(
    workbook, right, tmp_path
):
    ran = workbook("check", "spending", right, "--answer", "customer_spend", "--json")
    found = json.loads(ran.out)
    assert (found["points"], found["max_points"]) == (3.0, 3.0)
    file = notebook(tmp_path / "mine.ipynb", f"%%sql customer_spend\n{right.read_text()}")
    found = json.loads(workbook("check", "spending", file, "--json").out)
    assert [answer["verdict"] for answer in found["answers"]] == ["correct", "missing"]
    assert (found["points"], found["max_points"]) == (3.0, 5.0)


def test_nothing_is_printed_as_json_where_nothing_can_be_judged(workbook):
    ran = workbook("check", "spending", "nowhere.sql", "--json")
    assert (ran.status, ran.out) == (2, "")


def test_the_seed_decides_the_cases_and_is_reported(workbook, wrong):
    first, again, other = (
        json.loads(workbook("check", "spending", wrong, "--answer", "customer_spend", "--json",
                            "--seed", seed).out)
        for seed in (7, 7, 8)
    )  # fmt: skip
    for found in (first, again, other):
        found["answers"][0].pop("seconds")
    assert first["seed"] == 7
    assert first == again
    assert (other["seed"], other["answers"] != first["answers"]) == (8, True)


def test_a_duplicate_in_a_notebook_is_a_warning(workbook, right, tmp_path):
    cell = f"%%sql customer_spend\n{right.read_text()}"
    ran = workbook("check", "spending", notebook(tmp_path / "mine.ipynb", cell, cell))
    assert "Note   It is defined in the cells 1, 2; the last one counts." in ran.out


# As a process.


def test_check_as_a_process(process, right, wrong, tmp_path):
    ran = process("check", "spending", wrong, "--answer", "customer_spend", "--json")
    assert (ran.status, ran.err) == (1, "")
    assert json.loads(ran.out)["answers"][0]["verdict"] == "wrong"
    ran = process("check", "spending", "nowhere.sql")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "workbook: There is no file nowhere.sql. Check the path.\n"
