"""An example that a learner writes: is it allowed, does it break the wrong answer, what is it worth?"""

from __future__ import annotations

import pytest

from grader import store
from grader.bank import BREAK_IT, codefile, load_exercise
from grader.judge import Status, judge_example, worked_example
from grader.report import as_html, as_text, example_facts, smallest_facts
from grader.sandbox import Answers, Code, InPlace, Separate, Source
from grader.table import from_value

TODAY = '"params": [("2025-06-30",)]'
ADA = f'"customers": [(1, "Ada")], {TODAY}'
BREAKS = f'{{{ADA}, "orders": [(7, 1, 2.5, "2025-06-30")]}}'
DOES_NOT = f'{{{ADA}, "orders": [(7, 1, 2.5, "2025-06-29")]}}'


def returning(value: str) -> str:
    return f"import datetime as dt\nimport pandas as pd\ndef break_it():\n    return {value}"


def answers(code: str) -> Answers:
    return Answers({BREAK_IT: Code(BREAK_IT, "python")}, (Source("mine.py", code),))


def judged(toy_exercise, code, runner=InPlace, seconds=0.5):
    """The verdict on a piece of code as break_it, run by the runner."""
    code = code if "def " in code else returning(code)
    if runner is Separate:
        with Separate(toy_exercise.exercise, answers(code)) as sandbox:
            return judge_example(toy_exercise.book, toy_exercise.reference, sandbox, seconds)
    in_place = InPlace(toy_exercise.exercise, answers(code))
    return judge_example(toy_exercise.book, toy_exercise.reference, in_place, seconds)


# What breaks it.


@pytest.mark.parametrize("runner", [InPlace, Separate])
def test_an_example_that_breaks_it_earns_the_bonus(spending, runner):
    verdict = judged(spending, BREAKS, runner)
    assert (verdict.status, verdict.points, verdict.max_points) == (Status.CORRECT, 1, 1)
    assert verdict.expected.value.rows == ((1, 1, 2.5),)
    assert verdict.actual.value.rows == ((1, 0, 0),)
    assert verdict.misconception.id == "as_of_left_out"


@pytest.mark.parametrize("runner", [InPlace, Separate])
def test_arguments_of_a_function_are_an_example_too(longest_runs, runner):
    verdict = judged(longest_runs, '{"k": 1, "text": "bbaa"}', runner)
    assert verdict.correct
    assert verdict.inputs == {"text": "bbaa", "k": 1}


def test_a_larger_example_earns_the_same(spending):
    more = ", ".join(f'({n}, 1, 1.0, "2025-06-01")' for n in range(10, 30))
    verdict = judged(spending, f'{{{ADA}, "orders": [(7, 1, 2.5, "2025-06-30"), {more}]}}')
    assert (verdict.points, verdict.rows, verdict.smallest) == (1, 22, 2)


def test_an_example_on_which_both_agree_earns_nothing(spending):
    verdict = judged(spending, DOES_NOT)
    assert (verdict.status, verdict.points) == (Status.WRONG, 0)
    assert verdict.expected == verdict.actual


def test_the_other_wrong_answers_that_it_breaks_are_counted_without_synonyms(spending):
    verdict = judged(
        spending,
        f'{{"customers": [(1, "Ada"), (2, "Ben")], "orders": [(7, 1, 2.5, "2025-06-30")], {TODAY}}}',
    )
    assert (verdict.caught, verdict.others) == (2, 2)  # as_of_left_out_too is the same mistake


@pytest.mark.parametrize(
    "orders",
    [
        '[(7, 1, None, "2025-06-30")]',
        "((7, 1, 2.5, dt.date(2025, 6, 30)),)",
        "[[7, 1, 2, dt.datetime(2025, 6, 30)]]",
        '[(7, 1, 2.5, pd.Timestamp("2025-06-30"))]',
        '[{"order_id": 7, "customer_id": 1, "ordered_on": "2025-06-30"}]',
        'pd.DataFrame([(7, 1, 2.5, "2025-06-30")], '
        'columns=["order_id", "customer_id", "amount", "ordered_on"])',
        'pd.DataFrame({"ordered_on": pd.to_datetime(["2025-06-30"] * 2), "order_id": [7, 8], '
        '"customer_id": [1, None]})',
    ],
    ids=["tuples", "a tuple of rows", "lists", "Timestamps", "dicts", "a DataFrame",
         "a DataFrame whose ids became floats"],
)  # fmt: skip
@pytest.mark.parametrize("runner", [InPlace, Separate])
def test_a_table_may_be_written_in_many_ways(spending, runner, orders):
    assert judged(spending, f'{{{ADA}, "orders": {orders}}}', runner).correct


def test_tables_that_are_left_out_are_empty(spending):
    verdict = judged(spending, f"{{{TODAY}}}")
    assert verdict.inputs["customers"] == verdict.inputs["orders"] == ()
    assert verdict.rows == 0


# What is not allowed.


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ('{"customers": [(1, "Ada"), (1, "Ben")], ' + TODAY + "}", "customers.customer_id is unique."),
        ('{"customers": [(None, "Ada")], ' + TODAY + "}", "customers.customer_id is never NULL."),
        (f'{{{ADA}, "orders": [(7, 1, -1.0, "2025-06-30")]}}', "orders.amount is never negative."),
        ('{"customers": [("1", "Ada")], ' + TODAY + "}", "customers.customer_id is BIGINT, got '1'."),
        ('{"customers": [(2**63, "Ada")], ' + TODAY + "}",
         "customers.customer_id is BIGINT, got 9223372036854775808."),
        ('{"params": [("2025-06-31",)]}', "params.as_of is DATE, got '2025-06-31'."),
        ('{"params": [("2025-06-30T00:00:00Z",)]}', "params.as_of is DATE, got '2025-06-30T00:00:00Z'."),
        ('{"params": [("0025-06-30",)]}',
         "params.as_of is 0025-06-30; keep it between the years 1900 and 2100."),
        ('{"params": [("2025-06-30",), ("2025-06-30",)]}',
         "params always has exactly one row, not 2."),
        ('{"customers": []}', "params is left out, and it always has exactly one row. "
         'Add "params": [(as_of,)].'),
        (f'{{"customer": [], {TODAY}}}',
         "customer_spend has no table 'customer'. Did you mean \"customers\"?"),
        (f'{{"customers": [{{"nmae": "Ada"}}], {TODAY}}}',
         "customers has no column 'nmae'. Did you mean \"name\"?"),
        (f'{{"customers": [(1,)], {TODAY}}}',
         "customers has 2 columns (customer_id, name), the row (1,) has 1."),
        ('{"params": [("2025-06-30")]}', "A row of params is a tuple, got '2025-06-30': "
         "a tuple of one value needs a comma: (value,)."),
        (f'{{"customers": "Ada", {TODAY}}}',
         "customers must be a list of rows, or a DataFrame; got a str."),
        ("[1]", 'break_it must return a dict, {"customers": ..., "orders": ..., "params": ...}; '
         "yours returns a list."),
        ("None", 'break_it must return a dict, {"customers": ..., "orders": ..., "params": ...}; '
         "yours returns None (is there a return?)."),
        (f'{{"customers": [(1, "\\ud800")], {TODAY}}}',
         "A text holds half a character (a lone surrogate): no file can hold that."),
        (f'{{"customers": [(n, "Ada") for n in range(1001)], {TODAY}}}',
         "An example is small: at most 1,000 rows or values. A handful is enough here."),
        (f'{{"customers": [(1, "Ada" * 100_000)], {TODAY}}}',
         "An example is small: at most 1,000 rows or values. A handful is enough here."),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_named(spending, value, complaint):
    verdict = judged(spending, value)
    assert (verdict.status, verdict.points) == (Status.WRONG, 0)
    assert verdict.complaint == complaint


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ('{"text": "ba"}', "The argument k is missing."),
        ('{"text": "ba", "k": True}', "k must be int, got True."),
        ('{"text": "ba", "k": 10**9}', "k is 1,000,000,000; no example needs more than 1,000,000."),
        ('{"text": ..., "k": 1}', "text must be plain data (str), got Ellipsis."),
        ('{"txt": "ba", "k": 1}', "longest_runs has no argument 'txt'. Did you mean \"text\"?"),
    ],
)
def test_what_is_not_allowed_as_an_argument_is_named(longest_runs, value, complaint):
    assert judged(longest_runs, value).complaint == complaint


# What gives no example.


@pytest.mark.parametrize(
    ("code", "status", "sentence"),
    [
        ("def break_it():\n    return orders", Status.ERROR,
         "It stops with NameError: name 'orders' is not defined (line 2: return orders)"),
        ("def break_it(customers):\n    return {}", Status.ERROR,
         "Break_it takes no arguments; yours takes (customers)."),
        ("def other():\n    return {}", Status.ERROR, "The code defines no function break_it."),
        ("def break_it():\n    while True: pass", Status.TIMEOUT, ""),
    ],
    ids=["an error", "parameters", "no function", "an endless loop"],
)  # fmt: skip
@pytest.mark.parametrize("runner", [InPlace, Separate])
def test_a_break_it_that_gives_nothing_is_told_why(spending, runner, code, status, sentence):
    verdict = judged(spending, code, runner)
    assert (verdict.status, verdict.points) == (status, 0)
    assert (verdict.failure.sentence if verdict.failure else "") == sentence


def test_a_break_it_that_ends_its_process_earns_nothing(spending):
    verdict = judged(spending, "import os\ndef break_it():\n    os._exit(0)", Separate)
    assert (verdict.status, verdict.points) == (Status.ERROR, 0)


def test_a_list_that_holds_itself_is_refused_in_time(spending):
    code = "def break_it():\n    x = []\n    x += [x, x, x]\n    return {'customers': x}"
    assert "An example is small" in judged(spending, code, seconds=10).complaint


def test_a_break_it_cannot_judge_itself(spending):
    # The sandbox gives back the example only; objects that lie about their equality arrive as text.
    code = (
        "class Any:\n    def __eq__(self, other): return True\n"
        "    def __hash__(self): return 1\n"
        f"def break_it():\n    return {{'customers': [(Any(), 'Ada')], {TODAY}}}"
    )
    assert judged(spending, code, Separate).complaint.startswith("customers.customer_id is BIGINT")


# What a learner reads.


@pytest.mark.parametrize(
    ("value", "headline"),
    [
        (BREAKS, "✓ break_it: your example breaks it"),
        (DOES_NOT, "✗ break_it: your example does not break it"),
        ('{"customers": [(1, "Ada"), (1, "Ben")], ' + TODAY + "}",
         "✗ break_it: this input is not allowed"),
    ],
    ids=["it breaks it", "it does not", "not allowed"],
)  # fmt: skip
def test_the_report_on_an_example(spending, snapshot, value, headline):
    told = example_facts(spending.exercise, judged(spending, value), "do this")
    text = as_text(told)
    assert text.startswith(headline)
    assert f"\n{text}\n" == snapshot
    for part in (told.headline, *(line.label for line in told.lines)):
        assert part in as_html(told)


def test_the_report_on_arguments(longest_runs, snapshot):
    verdict = judged(longest_runs, '{"text": "bbaa", "k": 1}')
    assert f"\n{as_text(example_facts(longest_runs.exercise, verdict, 'do this'))}\n" == snapshot


def test_the_diagnosis_is_told_only_once_it_is_broken(spending):
    def text(value):
        return as_text(example_facts(spending.exercise, judged(spending, value), "do this"))

    assert "as_of is the last complete day" in text(BREAKS)
    assert "as_of is the last complete day" not in text(DOES_NOT)


def test_the_size_is_compared_with_the_smallest_that_is_known(spending):
    def size(orders):
        verdict = judged(spending, f'{{{ADA}, "orders": [{orders}]}}')
        lines = example_facts(spending.exercise, verdict, "").lines
        return next(line.text for line in lines if line.label == "Size")

    one, other = '(7, 1, 2.5, "2025-06-30")', '(8, 1, 2.5, "2025-06-30")'
    assert size(one) == "Your example has 2 rows. No smaller one is known: well done."
    assert size(f"{one}, {other}") == "Your example has 3 rows; 2 are enough."


def test_the_smallest_example_is_shown_with_the_diagnosis(spending, snapshot):
    worked = worked_example(spending.book, spending.reference)
    assert f"\n{as_text(smallest_facts(spending.exercise, worked))}\n" == snapshot


# What the texts of the exercises say.


def test_on_the_data_of_the_store_the_joined_fields_find_what_the_solution_finds(monkeypatch):
    monkeypatch.delenv("WORKBOOK_HOME", raising=False)
    exercise = load_exercise("deduplication")
    assert "On the store's data it finds exactly what yours finds" in exercise.break_it.prompt
    answer = exercise.answers[exercise.break_it.answer]
    records = store.frame("customer_records")[list(exercise.tables["customer_records"].names)]
    inputs = {"customer_records": from_value(records).rows}
    codes = (
        codefile.solution(exercise, answer),
        codefile.to_break(exercise, exercise.break_it).code,
    )
    found = [
        InPlace(exercise, Answers({answer.name: Code(answer.name, "sql", code.text)})).run(
            answer.name, inputs, 30.0
        )
        for code in codes
    ]
    assert found[0].value.rows
    assert found[0] == found[1]
