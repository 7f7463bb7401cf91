"""Slips in Python answers: what each operator makes of a small program, and what it says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from grader.bank import exercise_ids, load_cases, load_exercise
from grader.bank.codefile import CodeFile, solutions
from grader.judge.reference import Reference
from grader.mutation import Facts, Mutant, combined, facts_of, mutants_of
from grader.mutation.python import program

FACTS = Facts(
    nullable=frozenset({"city"}),
    keys=frozenset({"order_id"}),
    tables=frozenset({"orders", "params"}),
    single_row=frozenset({"params"}),
)


def mutants(body: str, arguments: str = "orders, params") -> list[Mutant]:
    """The mutants of a function with this body."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return mutants_of(
        f"import pandas as pd\n\n\ndef answer({arguments}):\n{lines}\n", "python", FACTS
    )


def bodies(body: str, arguments: str = "orders, params") -> dict[str, str]:
    """What the body becomes -> the sentence for it."""
    return {
        "\n".join(
            line[4:] for line in mutant.text.split("):\n", 1)[1].splitlines()
        ): mutant.sentence
        for mutant in mutants(body, arguments)
    }


EACH_OPERATOR = [
    # body, what it becomes, the sentence
    (
        "return orders[orders['sent'] <= orders['due']]",
        "return orders[orders['sent'] < orders['due']]",
        "where `sent` equals `due`, exactly on the boundary, it is treated as if it were larger",
    ),
    (
        "return orders[orders['sent'] <= orders['due']]",
        "return orders[orders['sent'] >= orders['due']]",
        "a comparison is turned around: `sent` above `due` instead of below it",
    ),
    (
        "return orders[orders['sent'] <= orders['due']]",
        "return orders",
        "all rows are kept, not only those where `sent` is at most `due`",
    ),
    (
        "return orders[orders['day'] == 30]",
        "return orders[orders['day'] >= 30]",
        "`day` need not equal `30`: what is larger counts too",
    ),
    (
        "return orders[orders['day'] == 30]",
        "return orders[orders['day'] == 29]",
        "`29` is taken where `30` belongs",
    ),
    (
        "return orders[orders['kind'].eq('a') & orders['city'].isna()]",
        "return orders[orders['kind'].eq('a') | orders['city'].isna()]",
        "one of two conditions is enough, where both must hold (`kind` equals `'a'`; `city` is missing)",
    ),
    (
        "return orders[orders['kind'].eq('a') & orders['city'].isna()]",
        "return orders[orders['kind'].eq('a')]",
        "it plays no part whether `city` is missing",
    ),
    (
        "return orders[~orders['city'].duplicated()]",
        "return orders[orders['city'].duplicated()]",
        "it is asked that `city` came before, where it should be that `city` did not come before",
    ),
    (
        "return orders[~orders['city'].duplicated(keep=False)]",
        "return orders[orders['city'].duplicated(keep=False)]",
        "it is asked that `city` occurs more than once, where it should be that `city` occurs only once",
    ),
    (
        "return orders['sent'] - pd.Timedelta(days=29)",
        "return orders['sent'] - pd.Timedelta(days=30)",
        "a length of time is 30 days where it should be 29",
    ),
    (
        "return orders['sent'] - pd.Timedelta(days=29)",
        "return orders['sent']",
        "29 days are not subtracted from `sent`",
    ),
    (
        "return orders['sent'] - pd.Timedelta(minutes=30)",
        "return orders['sent'] - pd.Timedelta(seconds=30)",
        "a length of time is 30 seconds where it should be 30 minutes",
    ),
    (
        "return orders['paid'] / orders['units']",
        "return orders['paid'] // orders['units']",
        "the division of `paid` by `units` is cut down to a whole number",
    ),
    (
        "return orders['paid'] / orders['units']",
        "return orders['units'] / orders['paid']",
        "the fraction stands upside down: `units` divided by `paid`",
    ),
    (
        "return orders.groupby('city').cumcount() + 1",
        "return orders.groupby('city').cumcount()",
        "`1` is not added",
    ),
    (
        "return orders['units'].nunique()",
        "return orders['units'].count()",
        "repeated values of `units` are counted again, where each different one should count once",
    ),
    (
        "return orders.groupby('city').agg(best=('paid', 'max'))",
        "return orders.groupby('city').agg(best=('paid', 'min'))",
        "for `best`, the smallest is taken where the largest belongs",
    ),
    (
        "return orders.groupby('city', dropna=False).agg(best=('paid', 'max'))",
        "return orders.groupby('city').agg(best=('paid', 'max'))",
        "rows in which one of the grouping columns is missing are left out",
    ),
    (
        "return orders.groupby('city')['sent'].diff()",
        "return orders['sent'].diff()",
        "all rows are treated as one sequence, not each `city` for itself",
    ),
    (
        "return orders.sort_values(['city', 'paid'], ascending=[True, False])",
        "return orders.sort_values(['city', 'paid'], ascending=True)",
        "the order is ascending instead of descending by `paid`",
    ),
    (
        "return orders.sort_values(['city', 'paid'], ascending=[True, False])",
        "return orders.sort_values(['city'], ascending=[True])",
        "rows are not ordered by `paid` where they agree in `city`",
    ),
    (
        "return orders.drop_duplicates('city')",
        "return orders.drop_duplicates('city', keep='last')",
        "of several copies the last one is kept, where the first one should stay",
    ),
    (
        "return orders.drop_duplicates(['city', 'kind'])",
        "return orders.drop_duplicates(['city'])",
        "`kind` is no part of the key by which repeated rows are recognised: only `city`",
    ),
    (
        "return orders.dropna(subset=['city', 'order_id'])",
        "return orders",
        "rows where `city` or `order_id` is missing are kept",
    ),
    (
        "return orders.merge(params, on='city')",
        "return orders.merge(params, on='city', how='left')",
        "rows without a partner are kept as well, where it should be that only rows with a partner "
        "in both tables are kept",
    ),
    (
        "return orders['paid'].rank(method='min')",
        "return orders['paid'].rank(method='dense')",
        "no rank is skipped after equal values, where it should be that equal values share the best "
        "of their ranks, and the next ranks are skipped",
    ),
    (
        "return orders['day'].between(1, 30)",
        "return orders['day'].between(1, 30, inclusive='left')",
        "the upper end itself is left out, where it should be that both ends count as inside",
    ),
    (
        "return orders['sent'].dt.normalize()",
        "return orders['sent']",
        "the time of day is not cut off from `sent`",
    ),
    (
        "return orders['units'].shift()",
        "return orders['units'].shift(-1)",
        "the next row is looked at, where the row before it is meant",
    ),
    (
        "return orders['paid'].reindex(range(3), fill_value=0)",
        "return orders['paid'].reindex(range(3))",
        "what is added for completeness stays missing instead of 0",
    ),
    (
        "return orders['length'].dt.total_seconds()",
        "return orders['length'].dt.seconds",
        "whole days are forgotten in a length of time: only what is left below a day counts",
    ),
]


@pytest.mark.parametrize(
    ("body", "becomes", "sentence"), EACH_OPERATOR, ids=[b for _, b, _ in EACH_OPERATOR]
)
def test_an_operator_of_tables_makes_this_and_says_it(body, becomes, sentence):
    assert bodies(body)[becomes] == sentence


OF_FUNCTIONS = [
    (
        "if k < 0:\n    raise ValueError('k')\nreturn words",
        "return words",
        "no error is raised where `k` is below `0`",
    ),
    ("return words[:k]", "return words[:k + 1]", "one more than the first `k` is taken"),
    ("return words[:k]", "return words", "everything is taken, not only the first `k`"),
    ("return words[0]", "return words[-1]", "the last is taken where the first belongs"),
    (
        "return sorted(words, key=lambda word: (-len(word), word))",
        "return sorted(words, key=lambda word: -len(word))",
        "the order has no tie-break: what should decide among equals is left out",
    ),
    (
        "return sorted(words, key=lambda word: (-len(word), word))",
        "return sorted(words, key=lambda word: (len(word), word))",
        "one of the sort keys goes up where it should go down: the smallest come first",
    ),
    (
        "return sorted(words, reverse=True)",
        "return sorted(words)",
        "the order is ascending instead of descending: the smallest comes first",
    ),
    ("return len(set(words))", "return len(list(words))", "repeated values are not removed"),
    (
        "return words.get('a', 0)",
        "return words.get('a', 1)",
        "counting starts at 1 where it should start at 0",
    ),
    (
        "for word in words:\n    k += word\nreturn k",
        "for word in words:\n    k = word\nreturn k",
        "what came before is replaced where the next value should be added to it",
    ),
    (
        "return [word for word in words if word.isalpha()]",
        "return [word for word in words if word.isalnum()]",
        "letters and digits count where letters should count",
    ),
    (
        "return [word for word in words if len(word) > 3]",
        "return [word for word in words]",
        "it plays no part whether the number of word is above `3`: nothing is left out",
    ),
    ("return words.lower()", "return words", "in `words`, capital letters are not turned into small ones"),
    ("return abs(k - 1)", "return k - 1", "the minus sign is kept where only the size of a number matters"),
    ("return np.std(words, ddof=1)", "return np.std(words, ddof=0)",
     "the squared deviations are divided by `n` instead of `n - 1`"),
    ("return np.sqrt(k)", "return k", "no square root is taken"),
    ("return sum(words) / (len(words) - 1)", "return sum(words) / len(words)",
     "`1` is not subtracted from the number of `words`"),
    ("return np.mean(words, axis=0)", "return np.mean(words, axis=1)",
     "it is worked out across each row instead of down each column"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "becomes", "sentence"), OF_FUNCTIONS, ids=[b for _, b, _ in OF_FUNCTIONS]
)
def test_an_operator_of_functions_makes_this_and_says_it(body, becomes, sentence):
    assert bodies(body, "words, k")[becomes] == sentence


def test_a_default_of_a_parameter_is_changed():
    assert "def f(x, k=4):" in mutants_of("def f(x, k=3):\n    return x", "python", Facts())[1].text


def test_what_cannot_be_missing_is_no_slip_when_it_is_kept():
    assert bodies("return orders.dropna(subset=['order_id'])") == {}


def test_the_first_row_of_a_table_of_one_row_is_left_alone():
    assert bodies("return params['as_of'].iloc[0]") == {}


def test_a_variable_is_said_by_what_it_stands_for():
    body = "last = params['as_of'].iloc[0]\nreturn orders[orders['sent'] <= last]"
    sentences = [mutant.sentence for mutant in mutants(body)]
    assert "all rows are kept, not only those where `sent` is at most `as_of`" in sentences


def test_a_column_that_the_solution_makes_for_itself_is_said_in_words():
    body = (
        "made = orders.assign(sent_back=orders['kind'].eq('r'))\n"
        "good = made[~made['sent_back']]\n"
        "return good"
    )
    sentences = [mutant.sentence for mutant in mutants(body)]
    said = "it is asked that it counts as sent back, where it should be that it does not count as sent back"
    assert said in sentences


def test_a_sort_key_that_only_keeps_groups_together_is_left_alone():
    rows = "rows = orders.sort_values(['city', 'sent'])\n"
    gaps = "gaps = rows.groupby('city')['sent'].diff()\n"
    changes = [mutant.change for mutant in mutants(rows + gaps + "return gaps")]
    assert "sort_values: `sent` dropped" in changes
    assert "sort_values: `city` dropped" not in changes
    changes = [mutant.change for mutant in mutants(rows + gaps + "return rows")]
    assert "sort_values: `city` dropped" in changes


def test_a_sentence_begins_with_the_result_column_it_is_for():
    body = "return pd.DataFrame({'share': [orders['paid'].sum() / orders['units'].sum()]})"
    sentences = [mutant.sentence for mutant in mutants(body)]
    assert (
        "for `share`, the division of the sum of `paid` by the sum of `units` is cut down to a whole number"
        in (sentences)
    )


def test_imports_docstrings_and_type_hints_are_left_alone():
    text = 'import numpy as np\n\ndef f(x: int = None) -> "int":\n    """Give 3."""\n    return x\n'
    assert mutants_of(text, "python", Facts()) == []


def test_the_same_slip_is_made_everywhere_as_well():
    body = "return orders['sent'].dt.normalize() - orders['due'].dt.normalize()"
    everywhere = [m for m in mutants(body) if m.change.startswith("everywhere")]
    assert [m.sentence for m in everywhere] == ["the time of day is not cut off, throughout"]
    assert everywhere[0].text.endswith("return orders['sent'] - orders['due']")


def test_a_body_that_loses_its_only_statement_becomes_pass():
    text = "for x in y:\n    total += x"
    dropped = next(
        m for m in mutants_of(text, "python", Facts()) if m.operator == "statement dropped"
    )
    assert dropped.text == "for x in y:\n    pass"


def test_two_slips_in_one_program_are_both_there():
    text = "def f(x, y):\n    return x > 0 and y >= 1"
    found = {mutant.change: mutant.slip for mutant in mutants_of(text, "python", Facts())}
    both = combined(text, "python", found["x > 0 → x >= 0"], found["y >= 1 → y > 1"])
    assert both == "def f(x, y):\n    return x >= 0 and y > 1"


def test_a_slip_inside_what_another_one_replaces_cannot_be_combined():
    text = "def f(x, y):\n    return x > 0 and y >= 1"
    found = {mutant.change: mutant.slip for mutant in mutants_of(text, "python", Facts())}
    assert (
        combined(text, "python", found["x > 0 → x >= 0"], found["condition dropped: y >= 1"])
        is None
    )


def test_what_is_no_python_is_a_value_error():
    with pytest.raises(ValueError, match="no Python"):
        mutants_of("def f(:", "python", Facts())


SOLUTIONS = [
    pytest.param(exercise, answer, solution, id=f"{id_}-{answer.name}")
    for id_ in exercise_ids()
    for exercise in [load_exercise(id_)]
    for answer in exercise.answers.values()
    for solution in solutions(exercise, answer)
    if solution.language == "python"
]


@pytest.mark.parametrize(("exercise", "answer", "solution"), SOLUTIONS)
def test_the_mutants_of_a_worked_solution_are_sound(exercise, answer, solution):
    facts = facts_of(exercise, answer)
    found = mutants_of(solution.text, "python", facts)
    assert found == mutants_of(solution.text, "python", facts)
    assert len({mutant.text for mutant in found}) == len(found)
    assert len({mutant.change for mutant in found}) == len(found)
    for mutant in found:
        ast.parse(mutant.text)
        compile(mutant.text, "mutant", "exec")
        assert len(mutant.change) <= 130, mutant.change
        assert mutant.sentence and not mutant.sentence.endswith("."), mutant.sentence
        assert not mutant.sentence[0].isupper(), mutant.sentence


@pytest.mark.parametrize("id_", exercise_ids())
def test_the_canonical_text_of_a_worked_solution_gives_the_same(id_):
    exercise = load_exercise(id_)
    book, reference = load_cases(exercise), Reference(exercise)
    for answer in exercise.answers.values():
        for solution in solutions(exercise, answer):
            if solution.language != "python":
                continue
            text = program.rewritten(solution.text, {})
            assert text is not None
            again = CodeFile(Path("canonical.py"), "python", text)
            for case in book.for_answer(answer.name)[:2]:
                one = reference.outcome(solution, answer.name, case.inputs)
                other = reference.outcome(again, answer.name, case.inputs)
                assert (one.kind, one.failure and one.failure.name) == (
                    other.kind,
                    other.failure and other.failure.name,
                )
                assert str(one.value) == str(other.value)
