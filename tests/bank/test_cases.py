"""Cases: the same for the same seed, in one form, and never against the contract."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from grader.bank import load_cases, load_exercise
from grader.bank.contract import canonical, violation
from grader.errors import ExerciseError


@pytest.fixture
def exercise(toy):
    return load_exercise("spending")


def test_the_same_seed_gives_the_same_cases(exercise):
    assert load_cases(exercise, 1).cases == load_cases(exercise, 1).cases


def test_another_seed_gives_other_random_cases_and_the_same_hand_made_ones(exercise):
    one, two = load_cases(exercise, 1).cases, load_cases(exercise, 2).cases
    assert [case.name for case in one] == [case.name for case in two]
    differing = {a.name for a, b in zip(one, two, strict=True) if _sorted(a) != _sorted(b)}
    assert differing
    assert all(name.startswith("random") for name in differing)


def _sorted(case):
    return {name: sorted(rows, key=repr) for name, rows in case.inputs.items()}


def test_rows_arrive_in_no_useful_order(exercise):
    rows = [case.inputs["orders"] for case in load_cases(exercise, 1).cases]
    assert any(list(table) != sorted(table, key=lambda row: row[0]) for table in rows)


def test_arguments_of_a_function_are_given_as_the_author_wrote_them(toy):
    case = load_cases(load_exercise("longest_runs")).cases[1]
    assert case.inputs == {"text": "aabaaa", "k": 2}
    assert case.expected == {"longest_runs": [("a", 3), ("a", 2)]}


def test_inputs_have_one_form_whatever_the_author_wrote(exercise):
    inputs = canonical(
        exercise,
        {
            "orders": [
                (1, 1, 2, "2025-06-01"),
                [2, None, None, date(2025, 6, 2)],
                (3, 1, 2.5, datetime(2025, 6, 3)),
            ],
            "params": [("2025-06-30",)],
        },
    )
    assert inputs == {
        "customers": (),
        "orders": (
            (1, 1, 2.0, datetime(2025, 6, 1)),
            (2, None, None, datetime(2025, 6, 2)),
            (3, 1, 2.5, datetime(2025, 6, 3)),
        ),
        "params": ((datetime(2025, 6, 30),),),
    }
    assert type(inputs["orders"][0][2]) is float


@pytest.mark.parametrize(
    ("inputs", "complaint"),
    [
        ({"people": [], "orders": []}, "there is no table people."),
        ({"customers": [(1,)]}, "customers has 2 columns, this row has (1,)."),
        ({"customers": [("1", "Ada")]}, "customers.customer_id is BIGINT, got '1'."),
        ({"customers": [(True, "Ada")]}, "customers.customer_id is BIGINT, got True."),
        ({"customers": [(1.0, "Ada")]}, "customers.customer_id is BIGINT, got 1.0."),
        ({"params": [("2025-06-30 12:00",)]},
         "params.as_of is DATE, got '2025-06-30 12:00'."),
        ({"params": [("yesterday",)]}, "params.as_of is DATE, got 'yesterday'."),
        ({"params": [("2025-06-30T00:00Z",)]}, "params.as_of is DATE, got '2025-06-30T00:00Z'."),
        ({"customers": [(2**63, "Ada")]},
         "customers.customer_id is BIGINT, got 9223372036854775808."),
    ],
    ids=["an unknown table", "a row too short", "text for a number", "true for 1", "1.0 for 1",
         "a date with a time", "no date", "a time zone", "too long for a BIGINT"],
)  # fmt: skip
def test_a_value_that_is_not_of_its_columns_type_is_refused(exercise, inputs, complaint):
    with pytest.raises(ValueError) as error:
        canonical(exercise, inputs)
    assert str(error.value) == complaint


VALID = {
    "customers": [(1, "Ada")],
    "orders": [(1, 1, 1.0, "2025-06-01")],
    "params": [("2025-06-30",)],
}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({}, None),
        ({"params": []}, "params always has exactly one row, not 0."),
        ({"params": [("2025-06-30",)] * 2}, "params always has exactly one row, not 2."),
        ({"params": [(None,)]}, "params.as_of is never NULL."),
        ({"customers": [(1, "Ada"), (1, "Ben")]}, "customers.customer_id is unique."),
        ({"customers": [(None, "Ada")]}, "customers.customer_id is never NULL."),
        ({"customers": [(1, None), (2, None)]}, None),
    ],
    ids=["valid", "no single row", "two of a single row", "NULL", "a key twice", "a key NULL",
         "NULL where it may be"],
)  # fmt: skip
def test_inputs_that_break_the_contract_are_told_by_its_sentence(exercise, change, complaint):
    assert (
        violation(exercise, "customer_spend", canonical(exercise, {**VALID, **change})) == complaint
    )


@pytest.mark.parametrize(
    ("inputs", "complaint"),
    [
        ({"text": "a", "k": 1}, None),
        ({"text": "a"}, "the argument k is missing."),
        ({"text": "a", "k": "1"}, "k must be int, got '1'."),
    ],
    ids=["valid", "one missing", "of another type"],
)
def test_arguments_that_break_the_contract_are_told_by_its_sentence(toy, inputs, complaint):
    assert violation(load_exercise("longest_runs"), "longest_runs", inputs) == complaint


def test_the_exercises_own_check_is_asked_too(exercise):
    book = load_cases(exercise)
    inputs = canonical(exercise, {**VALID, "orders": [(1, 1, -1.0, "2025-06-01")]})
    assert book.violation("customer_spend", inputs) == "orders.amount is never negative."


def case_file(body):
    return f"from grader.authoring import Case\n\n\ndef cases(rng):\n    yield {body}\n"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("Case('x', {'custmers': []})", "no answer takes these inputs (custmers)."),
        ("Case('x', {}, answers=['spend'])", "no answer takes these inputs"),
        ("Case('x', {'params': []})", "params always has exactly one row, not 0."),
        ("Case('x', {'customers': [(1, 2)]})", "customers.name is VARCHAR, got 2."),
    ],
    ids=["a mistyped table", "an unknown answer", "no single row", "a wrong type"],
)
def test_a_case_that_breaks_the_contract_is_named(toy_copy, body, complaint):
    (toy_copy / "solutions/spending/cases.py").write_text(case_file(body))
    with pytest.raises(ExerciseError) as error:
        load_cases(load_exercise("spending"))
    assert error.value.rationale.startswith('solutions/spending/cases.py, case "x": ')
    assert complaint in error.value.rationale
    assert error.value.help == "Mend the case, or the contract."


def test_cases_that_fail_are_named_by_file_and_line(toy_copy):
    (toy_copy / "solutions/spending/cases.py").write_text(case_file("1 / 0"))
    with pytest.raises(ExerciseError) as error:
        load_cases(load_exercise("spending"))
    assert str(error.value) == (
        "solutions/spending/cases.py fails (cases.py, line 5): "
        "ZeroDivisionError: division by zero. Mend the code there."
    )


def test_in_an_exercise_of_queries_and_functions_each_answer_gets_its_own_cases(toy_copy):
    toml = toy_copy / "solutions/spending/exercise.toml"
    toml.write_text(
        toml.read_text()
        + """
[answers.total]
kind = "function"
points = 1
text = "Add."
returns = "int"
hints = []
[answers.total.arguments]
numbers = "list[int]"
"""
    )
    (toy_copy / "solutions/spending/cases.py").write_text(
        case_file(
            "Case('numbers', {'numbers': [1]})\n    yield Case('tables', {'params': [('2025-06-30',)]})"
        )
    )
    book = load_cases(load_exercise("spending"))
    assert [case.name for case in book.for_answer("total")] == ["numbers"]
    assert [case.name for case in book.for_answer("customer_spend")] == ["tables"]
