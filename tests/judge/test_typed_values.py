"""Functions on arrays, frames, moments and random generators: from the case to the counterexample."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.bank import load_cases, load_exercise
from grader.bank.argument import canonical_value, has_type, python_type
from grader.bank.starter import starter
from grader.build.card import contract_card
from grader.errors import WorkbookError
from grader.judge import FaultKind, Reference, Status, judge
from grader.judge.shrink_values import count_items, shrink_values
from grader.report import as_text, facts
from grader.sandbox import Answers, Code, InPlace, Separate, Source, wire
from grader.verify import verify_exercise

TYPED = Path(__file__).parents[1] / "typed"


@pytest.fixture
def parcels(monkeypatch):
    monkeypatch.setenv("WORKBOOK_HOME", str(TYPED))
    return load_exercise("parcels")


@pytest.fixture
def verdict(parcels):
    """The verdict on a text as an answer."""
    book, reference = load_cases(parcels), Reference(parcels)

    def verdict(name, text, separate=False):
        answers = Answers({name: Code(name, "python", text)}, (Source("answer.py", text),))
        if not separate:
            return judge(name, book, reference, InPlace(parcels, answers))
        with Separate(parcels, answers) as runner:
            return judge(name, book, reference, runner)

    return verdict


def test_the_exercise_is_proved_with_its_mutants(parcels):
    proof = verify_exercise("parcels", notebooks=False)
    assert proof.holds, proof.findings
    assert proof.wrong == 6
    assert proof.right == 8


# Arguments


@pytest.mark.parametrize(
    ("value", "annotation"),
    [
        ([1, 2], "array[float]"),
        ([], "array[bool]"),
        ([[1, 2]], "array[int, 2]"),
        ([], "array[int, 2]"),
        (np.array([1.5]), "array[float] | None"),
        (None, "array[float] | None"),
        (3, "float"),
        (np.float64(3), "float"),
        ("2025-06-01", "Timestamp"),
        (7, "Generator"),
        ([1, 2], "list[float]"),
        ({"a": 1}, "dict[str, float]"),
    ],
)
def test_an_author_may_write_a_value_in_its_plain_form(value, annotation):
    assert has_type(canonical_value(value, annotation), annotation)


@pytest.mark.parametrize(
    ("value", "annotation"),
    [
        ([1.5], "array[int]"),
        ([1, 0], "array[bool]"),
        (["a"], "array[float]"),
        ([1.0], "array[float, 2]"),
        (True, "int"),
        (-1, "Generator"),
        (1.5, "int"),
    ],
)
def test_a_value_of_another_type_is_refused(value, annotation):
    assert not has_type(canonical_value(value, annotation), annotation)


def test_arrays_of_cases_are_not_for_writing_and_those_of_answers_are(verdict, parcels):
    hours = load_cases(parcels).cases[0].inputs["hours"]
    with pytest.raises(ValueError, match="read-only"):
        hours[0] = 5
    found = verdict("doubled", "def doubled(x):\n    x *= 2\n    return x")
    assert found.status is Status.CORRECT
    assert "changes its input x" in found.warnings[0]


def test_drawing_from_the_generator_is_not_changing_an_input(verdict):
    found = verdict("draws", "def draws(values, n, rng):\n    return rng.choice(values, n)")
    assert (found.status, found.warnings) == (Status.CORRECT, ())


@given(
    arrays.arrays(
        st.sampled_from([np.float64, np.int64, np.bool_]),
        arrays.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=4),
    )
)
def test_an_array_crosses_into_the_sandbox_bit_by_bit(array):
    wired = wire.inputs_to_wire({"x": array, "k": [1, None], "t": datetime(2025, 6, 1)})
    back = wire.inputs_from_wire(wired)
    assert (back["x"].dtype, back["x"].shape) == (array.dtype, array.shape)
    assert back["x"].tobytes() == array.tobytes()
    assert (back["k"], back["t"]) == ([1, None], datetime(2025, 6, 1))


@pytest.mark.parametrize("separate", [False, True])
def test_every_answer_is_right_in_each_sandbox(verdict, parcels, separate):
    for name in parcels.answers:
        text = (parcels.folder / name / "solution.py").read_text()
        assert verdict(name, text, separate).status is Status.CORRECT


# Results


def result(mean="own.mean() if len(own) else None", n="len(own)", more=""):
    return (
        "import numpy as np\ndef summary(hours, kept, limit):\n"
        "    if len(hours) != len(kept): raise ValueError('lengths')\n"
        "    own = hours[kept]\n"
        "    late = limit is not None and (own > limit).any()\n"
        f"    return {{'n': {n}, 'mean': {mean}, 'verdict': 'late' if late else 'in time'{more}}}"
    )


@pytest.mark.parametrize(
    ("n", "mean"),
    [
        ("len(own)", "np.mean(own) if len(own) else None"),
        ("float(len(own))", "own.mean() if len(own) else None"),
        ("np.int32(len(own))", "float(own.mean()) * (1 + 5e-7) if len(own) else None"),
    ],
)
def test_numbers_count_not_their_types(verdict, n, mean):
    assert verdict("summary", result(mean, n)).status is Status.CORRECT


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (result(mean="own.mean()"), FaultKind.TYPE, "mean: yours holds NaN where None belongs"),
        (result(mean="own.mean() * 1.00001 if len(own) else None"), FaultKind.VALUE, "Only mean"),
        (result(mean="own.mean() * 100 if len(own) else None"), FaultKind.VALUE, "100 times"),
        (result(mean="None"), FaultKind.VALUE, "Only mean is wrong"),
        (result(n="len(own) + 0.5"), FaultKind.TYPE, "n: yours holds the float"),
        (result(more=", 'sd': 1"), FaultKind.TYPE, "has the key sd, which is not asked for"),
        (result(n="len(own)").replace("'verdict'", "'Verdict'"), FaultKind.TYPE, "lacks the key"),
        ("def summary(hours, kept, limit): return 5", FaultKind.TYPE, "the int 5 where a dict"),
    ],
)
def test_what_is_wrong_with_a_dict_is_said(verdict, code, kind, words):
    found = verdict("summary", code).counterexample.fault
    assert (found.kind, words in found.text) == (kind, True), found


def test_an_empty_array_has_a_shape(verdict):
    flat = "def doubled(x):\n    return x * 2.0 if len(x) else x.ravel()"
    found = verdict("doubled", flat)
    assert "yours holds a list where an empty array of shape" in found.counterexample.fault.text


def test_an_error_that_the_contract_asks_for_must_be_that_one(verdict):
    none = result().replace("raise ValueError('lengths')", "return None")
    assert verdict("summary", none).counterexample.fault.kind is FaultKind.NO_ERROR
    other = result().replace("ValueError", "KeyError")
    assert "must raise ValueError" in verdict("summary", other).counterexample.fault.text


def test_a_property_decides_where_many_results_are_right(verdict, parcels):
    other = "def draws(values, n, rng):\n    return values[-1 - rng.integers(0, len(values), n)]"
    assert verdict("draws", other).status is Status.CORRECT
    found = verdict("draws", "def draws(values, n, rng):\n    return rng.choice(values, n) + 0.5")
    assert found.counterexample.fault.text.startswith("A value was returned that is not among")
    assert facts(parcels, found, "").values[0].label == "a right one"


# Counterexamples


def test_what_belongs_together_is_shortened_together():
    inputs = {"x": np.arange(30.0), "kept": np.arange(30) % 2 == 0, "index": np.zeros((4, 30), int)}

    def fails(candidate):
        x, kept, index = candidate.values()
        return len(x) == len(kept) == index.shape[1] >= 2 and len(index) and x.max() > 5

    smallest = shrink_values(inputs, fails)
    assert [value.shape for value in smallest.values()] == [(2,), (2,), (1, 2)]
    assert count_items(smallest["index"]) == 2


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("summary", "counts_all"),
        ("summary", "at_the_limit"),
        ("doubled", "squared"),
        ("draws", "only_the_first"),
        ("per_day", "after_only"),
        ("per_day", "rows_with_hours"),
    ],
)
def test_a_call_that_is_shown_can_be_pasted_and_run(verdict, parcels, name, wrong):
    text = (parcels.folder / name / "wrong" / f"{wrong}.py").read_text()
    found = verdict(name, text)
    shown = facts(parcels, found, "Next.")
    namespace = {"np": np, "pd": pd}
    exec(text, namespace)
    given = eval(shown.call, namespace)
    for value in shown.values:
        if value.label == "yours":
            assert repr(eval(value.text, {"np": np})) == repr(plain(given))
    assert found.diagnosis.id == wrong
    assert count_items(
        [v for v in found.counterexample.inputs.values() if v is not None]
    ) <= 10 or (name == "draws")
    assert shown.call.split("(")[0] in as_text(shown)


def test_a_table_that_a_function_is_given_is_shown_as_a_table_too(verdict, parcels):
    text = (parcels.folder / "per_day" / "wrong" / "after_only.py").read_text()
    (grid,) = facts(parcels, verdict("per_day", text), "Next.").inputs
    assert (grid.title, grid.columns) == ("log", parcels.tables["log"].names)
    assert len(grid.rows) == 1


def plain(value):
    from grader.plain import plain

    return plain(value)


def test_an_idea_is_told_though_invalid_input_passes(verdict, parcels):
    text = (parcels.folder / "summary" / "wrong" / "counts_all.py").read_text()
    careless = text.replace('raise ValueError("lengths")', "return None")
    assert verdict("summary", careless).diagnosis.id == "counts_all"


# What is read


def test_a_starter_is_python_that_runs(parcels):
    for answer in parcels.answers.values():
        exec(starter(answer), {})
    assert "import numpy as np" in starter(parcels.answers["summary"])
    assert python_type("array[float, 2]") == "np.ndarray"


def test_the_card_says_how_results_are_compared(parcels):
    card = contract_card(parcels)
    assert "sixth digit" in card
    assert "5.0 is as good as 5" in card
    assert "`array[float, 2]` is a numpy array" in card


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"array[int, 2]"', '"array[text]"', "x is of an unknown type"),
        ('log = "DataFrame"', 'logs = "DataFrame"', "[tables.logs] is missing"),
        ("whole_floats = true", "whole = true", "[comparison] has unknown keys: whole"),
    ],
)
def test_a_slip_in_exercise_toml_is_named(monkeypatch, tmp_path, old, new, complaint):
    copy = tmp_path / "home"
    shutil.copytree(TYPED, copy)
    path = copy / "solutions/parcels/exercise.toml"
    path.write_text(path.read_text().replace(old, new))
    monkeypatch.setenv("WORKBOOK_HOME", str(copy))
    with pytest.raises(WorkbookError) as refused:
        load_exercise("parcels")
    assert complaint in str(refused.value)
