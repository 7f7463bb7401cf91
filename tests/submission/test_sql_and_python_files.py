"""Answers in .sql and .py files, as a person might hand them in."""

from __future__ import annotations

import pytest

from grader.bank import load_exercise
from grader.errors import UnknownName, WorkbookError
from grader.submission import read_submission

QUERY = "SELECT 1 AS n"
FUNCTION = "def customer_spend(customers, orders, params):\n    return customers\n"


@pytest.fixture
def hand_in(toy, tmp_path):
    """Reads a file of this name with this content, as answers to the toy query (or function)."""

    def read(name, content, answer=None, exercise="spending"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_submission(load_exercise(exercise), path, answer)

    return read


def found(submission):
    return {name: (code.language, code.text) for name, code in submission.answers.codes.items()}


@pytest.mark.parametrize(
    ("file", "answer"),
    [
        ("customer_spend.sql", None),
        ("spend_shares.sql", "customer_spend"),
        ("whatever.sql", "customer_spend"),
        ("customer_spend.SQL", None),
    ],
    ids=["named by the file", "the option wins", "named by the option", "an ending in capitals"],
)
def test_a_sql_file_holds_one_answer(hand_in, file, answer):
    assert found(hand_in(file, QUERY, answer)) == {"customer_spend": ("sql", QUERY)}


def test_a_byte_order_mark_is_no_part_of_the_query(hand_in):
    assert found(hand_in("customer_spend.sql", b"\xef\xbb\xbf" + QUERY.encode())) == {
        "customer_spend": ("sql", QUERY)
    }


@pytest.mark.parametrize(
    ("file", "content", "answer", "message"),
    [
        pytest.param(
            "customer_spent.sql", QUERY, None,
            'Which answer is customer_spent.sql? spending has customer_spend, spend_shares. '
            'Did you mean "customer_spend"? Name it with --answer, or call the file ANSWER.sql.',
            id="a file with nearly the right name",
        ),
        pytest.param(
            "query.sql", QUERY, None,
            "Which answer is query.sql? spending has customer_spend, spend_shares. "
            "Name it with --answer, or call the file ANSWER.sql.",
            id="a file with any name",
        ),
        pytest.param(
            "a.sql", QUERY, "customer_spent",
            'There is no answer in spending "customer_spent". Did you mean "customer_spend"?',
            id="an unknown answer",
        ),
        pytest.param(
            "a.py", "def customer_spendings(c): ...", None,
            'FILE defines none of customer_spend, spend_shares. Did you mean "customer_spend" by '
            '"customer_spendings"? Define a function with the answer\'s name.',
            id="a function with nearly the right name",
        ),
        pytest.param(
            "a.py", "", None,
            "FILE defines none of customer_spend, spend_shares. "
            "Define a function with the answer's name.",
            id="an empty file",
        ),
        pytest.param(
            "a.py", FUNCTION, "spend_shares",
            "FILE defines none of spend_shares. Define a function with the answer's name.",
            id="a function, another one wanted",
        ),
        pytest.param(
            "a.py", "x = 1\ndef customer_spend(:\n", None,
            "FILE, line 2: invalid syntax. Python cannot read the file.",
            id="Python that does not parse",
        ),
        pytest.param(
            "a.py", "x = 1\ndef customer_spend(:\n", "customer_spend",
            "FILE, line 2: invalid syntax. Python cannot read the file.",
            id="Python that does not parse, one answer wanted",
        ),
        pytest.param(
            "a.py", "x = '\0'", None,
            "FILE: source code string cannot contain null bytes. Python cannot read the file.",
            id="null bytes",
        ),
        pytest.param(
            "customer_spend.sql", "SELECT 'é'".encode("latin-1"), None,
            "FILE cannot be read: 'utf-8' codec can't decode byte 0xe9 in position 8: "
            "invalid continuation byte. Save it as UTF-8 text.",
            id="another encoding",
        ),
        pytest.param(
            "answer.txt", QUERY, None,
            "FILE is not a .sql, .py or .ipynb file. Save it as one of these.",
            id="another kind of file",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_judged_says_why_and_what_to_do(
    hand_in, tmp_path, file, content, answer, message
):
    with pytest.raises(WorkbookError) as complaint:
        hand_in(file, content, answer)
    assert str(complaint.value) == message.replace("FILE", str(tmp_path / file))


def test_a_file_that_is_not_there_is_named(toy, tmp_path):
    with pytest.raises(WorkbookError, match=r"There is no file .*nowhere\.sql\. Check the path\."):
        read_submission(load_exercise("spending"), tmp_path / "nowhere.sql")


def test_a_folder_is_not_a_file(toy, tmp_path):
    (tmp_path / "folder.sql").mkdir()
    with pytest.raises(WorkbookError, match="There is no file"):
        read_submission(load_exercise("spending"), tmp_path / "folder.sql")


def test_sql_for_an_exercise_of_functions_is_refused(hand_in):
    with pytest.raises(WorkbookError, match="longest_runs asks for Python functions, not for SQL"):
        hand_in("longest_runs.sql", QUERY, exercise="longest_runs")


@pytest.mark.parametrize(
    "text",
    [
        FUNCTION,
        "if True:\n    def customer_spend(customers, orders, params): return customers",
        "try:\n    from fast import customer_spend\nexcept ImportError:\n    customer_spend = None",
        "customer_spend = lambda customers, orders, params: customers",
        "from answers import spend as customer_spend",
        "class customer_spend:\n    pass",
    ],
    ids=["def", "def inside if", "import inside try", "lambda", "import as", "class"],
)
def test_a_python_file_holds_the_answers_it_defines(hand_in, text):
    assert found(hand_in("answers.py", text)) == {"customer_spend": ("python", "")}


def test_only_the_answer_that_is_wanted_is_taken(hand_in):
    text = FUNCTION + "def spend_shares(customers, orders, params): return customers"
    assert set(found(hand_in("answers.py", text))) == {"customer_spend", "spend_shares"}
    assert set(found(hand_in("answers.py", text, "spend_shares"))) == {"spend_shares"}


def test_reading_a_file_does_not_run_it(hand_in, tmp_path):
    text = f"open({str(tmp_path / 'ran')!r}, 'w')\n" + FUNCTION
    hand_in("answers.py", text)
    assert not (tmp_path / "ran").exists()


def test_a_mistyped_answer_is_an_unknown_name(hand_in):
    with pytest.raises(UnknownName):
        hand_in("a.py", FUNCTION, "spend_share")
