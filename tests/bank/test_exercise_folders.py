"""Exercise folders are read into data; what is wrong with one is said where it is."""

from __future__ import annotations

import pytest

from grader.bank import codefile, exercise_ids, load_exercise
from grader.bank.contract import has_type
from grader.errors import ExerciseError, UnknownName


def edit(home, old, new, file="solutions/spending/exercise.toml"):
    path = home / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_exercises_come_in_the_order_of_their_questions(toy):
    assert exercise_ids() == ["spending", "longest_runs"]


def test_a_broken_folder_does_not_hide_the_others(toy_copy):
    (toy_copy / "solutions/spending/exercise.toml").write_text("?")
    assert exercise_ids() == ["longest_runs", "spending"]
    assert load_exercise("longest_runs").id == "longest_runs"


def test_a_folder_is_read_into_data(toy):
    exercise = load_exercise("spending")
    assert exercise.title == "Spending per customer"
    assert exercise.points == 5
    assert exercise.data == ("customers", "orders", "params")
    assert [str(column) for column in exercise.tables["orders"].columns] == [
        "BIGINT unique not null",
        "BIGINT",
        "DOUBLE",
        "DATE not null",
    ]
    assert [name for name, spec in exercise.tables.items() if spec.single_row] == ["params"]
    assert exercise.before("spend_shares") == ("customer_spend",)


def test_the_contract_of_an_answer_can_be_written_in_one_line(toy):
    answers = {**load_exercise("spending").answers, **load_exercise("longest_runs").answers}
    assert answers["spend_shares"].signature == (
        "spend_shares(customers, orders, params) -> table(name VARCHAR, share DOUBLE)"
    )
    assert answers["longest_runs"].signature == (
        "longest_runs(text: str, k: int) -> list[tuple[str, int]]"
    )


def test_rules_are_numbered_through_the_card_and_found_by_key(toy):
    exercise = load_exercise("spending")
    assert [rule.number for rule in exercise.rules] == [1, 2]
    assert exercise.rule("customer_spend", "nothing").number == 3
    assert exercise.rule("spend_shares", "fraction").number == 3
    assert exercise.rule("spend_shares", "nothing") is None


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("spendings", 'Did you mean "spending"?'),
        ("SPENDING", 'Did you mean "spending"?'),
        ("longest-runs", 'Did you mean "longest_runs"?'),
        ("xyz", "There is: spending, longest_runs."),
        ("", "There is: spending, longest_runs."),
    ],
)
def test_an_unknown_exercise_is_answered_with_the_nearest_or_with_all(toy, name, help):
    with pytest.raises(UnknownName) as complaint:
        load_exercise(name)
    assert str(complaint.value) == f'There is no exercise "{name}". {help}'


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('id = "spending"', 'id = "spendings"', 'id is "spendings", the folder spending'),
        ('track = "coding"', 'track = "code"', "track must be one of coding, technical"),
        ('difficulty = "easy"', 'difficulty = "trivial"', "difficulty must be one of"),
        ('title = "Spending per customer"\n', "", "lacks 'title'. Add it."),
        ('amount = "DOUBLE"', 'amount = "MONEY"', 'column orders.amount is "MONEY"; write "TYPE'),
        ('name = "VARCHAR"', 'name = "VARCHAR notnull"', "column customers.name is"),
        ('single_row = ["params"]', 'single_row = ["param"]', "single_row names unknown tables: param"),
        ('kind = "query"', 'kind = "sql"', 'answer customer_spend: kind "sql" is unknown'),
        ("points = 3", "points = 3\nscore = 1", "answer customer_spend has unknown keys: score"),
        ('tables = ["customers", ', 'tables = ["people", ',
         "answer customer_spend uses unknown tables: people"),
        ("[answers.customer_spend.columns]", "[other.columns]", "answer customer_spend lacks columns"),
        ("minutes = 10", "minutes = ten", "is not valid TOML"),
    ],
    ids=["another id", "an unknown track", "an unknown difficulty", "no title", "an unknown type",
         "an unknown mark", "an unknown single-row table", "an unknown kind", "an unknown key",
         "an unknown table", "no columns", "no TOML"],
)  # fmt: skip
def test_what_is_wrong_in_exercise_toml_is_named(toy_copy, old, new, complaint):
    edit(toy_copy, old, new)
    with pytest.raises(ExerciseError) as error:
        load_exercise("spending")
    assert str(error.value).startswith("solutions/spending/exercise.toml")
    assert complaint in str(error.value)
    assert error.value.help


# The code of an author.


def test_a_misconception_is_its_leading_comment(toy):
    exercise = load_exercise("spending")
    known = {m.id: m for m in codefile.misconceptions(exercise, exercise.answers["customer_spend"])}
    assert known["counts_rows"].diagnosis == (
        "COUNT(*) counts the row that the LEFT JOIN keeps for a customer without orders. "
        "Count o.order_id instead."
    )
    assert known["counts_rows"].rule == "nothing"
    assert known["as_of_left_out_too"].same_as == "as_of_left_out"


def test_the_solutions_of_a_query_are_sql_then_python(toy):
    exercise = load_exercise("spending")
    both = codefile.solutions(exercise, exercise.answers["customer_spend"])
    assert [code.language for code in both] == ["sql", "python"]


def test_the_solutions_of_a_function_are_from_scratch_then_the_oracle(toy):
    exercise = load_exercise("longest_runs")
    both = codefile.solutions(exercise, exercise.answers["longest_runs"])
    assert [code.path.name for code in both] == ["solution.py", "oracle.py"]


# Types of arguments.


@pytest.mark.parametrize(
    ("value", "annotation", "fits"),
    [
        (1, "int", True),
        (True, "int", False),
        (1.0, "int", False),
        (1, "float", False),
        (1, "number", True),
        (1.5, "number", True),
        (None, "str | None", True),
        (["a", None], "list[str | None]", True),
        (["a", 1], "list[str]", False),
        (("a",), "list[str]", False),
        ({"a": [1]}, "dict[str, list[int]]", True),
        ({1: [1]}, "dict[str, list[int]]", False),
        (("a", 1), "tuple[str, int]", True),
        (("a", 1, 2), "tuple[str, int]", False),
        ((1, 2, 3), "tuple[int, ...]", True),
        ([], "list", True),
        (object(), "Any", True),
    ],
)
def test_a_value_has_the_type_that_an_annotation_names(value, annotation, fits):
    assert has_type(value, annotation) is fits


def test_the_bonus_is_read_with_its_wrong_answer_and_the_example(toy):
    exercise = load_exercise("spending")
    bonus = exercise.break_it
    assert (bonus.answer, bonus.wrong, bonus.points) == ("customer_spend", "as_of_left_out", 1)
    assert exercise.checked == ("customer_spend", "spend_shares", "break_it")
    assert exercise.points == 5
    wrong = codefile.to_break(exercise, bonus)
    assert wrong.diagnosis.startswith("as_of is the last complete day")
    assert wrong.code.body.startswith("SELECT c.customer_id")
    assert codefile.worked_example(exercise).body.startswith("def break_it():")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('wrong = "as_of_left_out"', 'wrong = "as_of_left"',
         '[break_it] wrong "as_of_left" is no file of customer_spend/wrong; '
         'did you mean "as_of_left_out"?'),
        ('answer = "customer_spend"', 'answer = "spend"',
         '[break_it] answer "spend" is no answer of the exercise.'),
        ('wrong = "as_of_left_out"\n', "", "[break_it] lacks wrong."),
        ("points = 1\n", "points = 0\n", "[break_it] points is 0; a bonus is more than 0."),
        ("[break_it]\n", "[break_it]\nhint = 1\n", "[break_it] has unknown keys: hint."),
        ("[answers.spend_shares", "[answers.break_it", "no answer may be called break_it"),
    ],
    ids=["no such file", "no such answer", "a key is missing", "no points", "an unknown key",
         "an answer of that name"],
)  # fmt: skip
def test_a_fault_in_the_bonus_is_named(toy_copy, old, new, complaint):
    path = toy_copy / "solutions/spending/exercise.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(ExerciseError) as error:
        load_exercise("spending")
    assert complaint in error.value.rationale
