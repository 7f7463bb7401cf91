"""Compare what a function returned with the expected value."""

from __future__ import annotations

import math
from typing import Any

from grader.bank.exercise import Answer
from grader.judge.cells import same_cell
from grader.judge.fault import Fault, FaultKind
from grader.judge.scale import common_factor
from grader.plain import EmptyArray, Odd


def compare_values(answer: Answer, expected: Any, actual: Any) -> Fault | None:
    """None when the values are the same under the contract of `answer`; else how they differ."""
    if same_value(answer, expected, actual):
        return None
    odd = _type_complaint(answer, expected, actual)
    if odd:
        return Fault(FaultKind.TYPE, f"It must return {answer.returns}: {odd}.")
    if isinstance(expected, list):
        return _compare_lists(answer, expected, actual)
    if answer.returns.startswith("dict(") and expected is not None and actual is not None:
        return Fault(FaultKind.VALUE, _compare_entries(answer, expected, actual))
    factor = common_factor([(expected, actual)])
    if factor:
        return Fault(FaultKind.SCALE, f"Right but for one factor: {factor}.")
    return Fault(FaultKind.VALUE, "The value is not right.")


def same_value(answer: Answer, expected: Any, actual: Any) -> bool:
    """Equality of plain data: ints exactly, floats within the tolerance, never a bool for a number.

    NaN equals NaN only, and None equals None only.
    """
    if isinstance(expected, list):
        return (
            isinstance(actual, list)
            and len(expected) == len(actual)
            and all(same_value(answer, e, a) for e, a in zip(expected, actual, strict=True))
        )
    if isinstance(expected, dict):
        return (
            isinstance(actual, dict)
            and expected.keys() == actual.keys()
            and all(same_value(answer, value, actual[key]) for key, value in expected.items())
        )
    if isinstance(expected, Odd) or isinstance(actual, Odd | list | dict):
        return False
    if type(expected) is int and type(actual) is not int:
        return answer.whole_floats and type(actual) is float and actual == expected
    if type(expected) is float and math.isnan(expected):
        return type(actual) is float and math.isnan(actual)
    return same_cell(expected, actual, answer.tolerance if isinstance(expected, float) else None)


def _type_complaint(answer: Answer, expected: Any, actual: Any) -> str:
    """What about the type of `actual` could never be right; the empty string when nothing."""
    if isinstance(actual, Odd):
        return f"yours holds a {actual.type}, {actual.text}"
    if isinstance(expected, EmptyArray) or isinstance(actual, EmptyArray):
        return f"yours holds {_name(actual)} where {_name(expected)} belongs"
    if expected is None or actual is None:
        if type(actual) is float and math.isnan(actual):
            return "yours holds NaN where None belongs"
        allowed = expected is None or "None" in answer.returns
        return "" if allowed else "yours holds None"
    if isinstance(expected, dict) and isinstance(actual, dict):
        return _complaint_about_keys(answer, expected, actual)
    if isinstance(expected, list | dict):
        if type(expected) is not type(actual):
            return f"yours holds {_name(actual)} where {_name(expected)} belongs"
        if expected:
            pairs = [(expected[0], item) for item in actual]
            if len({type(item) for item in expected}) > 1:
                pairs = list(zip(expected, actual, strict=False))
            complaints = (_type_complaint(answer, e, a) for e, a in pairs)
            return next((complaint for complaint in complaints if complaint), "")
        return ""
    whole = answer.whole_floats and type(actual) is float and actual.is_integer()
    wrong = {
        bool: not isinstance(actual, bool),
        int: type(actual) is not int and not whole,
        float: type(actual) not in (int, float),
        str: not isinstance(actual, str),
    }[type(expected)]
    return f"yours holds {_name(actual)} where {_name(expected)} belongs" if wrong else ""


def _complaint_about_keys(answer: Answer, expected: dict[Any, Any], actual: dict[Any, Any]) -> str:
    """Keys that the contract names must be there; where it names none, they are part of the value."""
    if not answer.returns.startswith("dict("):
        return ""
    missing = [str(key) for key in expected if key not in actual]
    extra = [str(key) for key in actual if key not in expected]
    parts = [f"yours lacks the key {', '.join(missing)}"] if missing else []
    parts += [f"yours has the key {', '.join(extra)}, which is not asked for"] if extra else []
    if parts:
        return " and ".join(parts)
    given = {key: value for key, value in actual.items() if value is not None}  # None: undefined
    complaints = {
        key: ""
        if type(a) is type(expected[key]) is dict
        else _type_complaint(answer, expected[key], a)
        for key, a in given.items()
    }
    return next((f"{key}: {text}" for key, text in complaints.items() if text), "")


def _compare_entries(answer: Answer, expected: dict[Any, Any], actual: dict[Any, Any]) -> str:
    wrong = [k for k, value in expected.items() if not same_value(answer, value, actual[k])]
    if len(wrong) == 1 < len(expected):
        factor = common_factor([(expected[wrong[0]], actual[wrong[0]])])
        return f"Only {wrong[0]} is wrong{f': {factor}' if factor else ''}."
    return f"{len(wrong)} of {len(expected)} entries are wrong: {', '.join(map(str, wrong))}."


def _compare_lists(answer: Answer, expected: list[Any], actual: list[Any]) -> Fault:
    if answer.returns.startswith("array[") and len(expected) == len(actual):
        return _compare_item_by_item(answer, expected, actual)
    left = list(actual)
    missing = 0
    for item in expected:
        found = next((n for n, a in enumerate(left) if same_value(answer, item, a)), None)
        if found is None:
            missing += 1
        else:
            del left[found]
    if not missing and not left:
        return Fault(FaultKind.ORDER, "The right items, in a wrong order.")
    inside = all(any(same_value(answer, i, a) for i in expected) for a in actual)
    covered = all(any(same_value(answer, i, a) for a in actual) for i in expected)
    if inside and covered:
        return Fault(FaultKind.COPIES, "The right items, but not the right number of copies.")
    parts = [f"{_items(missing)} missing"] if missing else []
    parts += [f"{_items(len(left))} not asked for"] if left else []
    return Fault(FaultKind.VALUE, f"{' and '.join(parts)}.")


def _compare_item_by_item(answer: Answer, expected: list[Any], actual: list[Any]) -> Fault:
    """Of two arrays of one length: each item has its place."""
    pairs = list(zip(expected, actual, strict=True))
    factor = common_factor(pairs)
    if factor:
        return Fault(FaultKind.SCALE, f"Right but for one factor: {factor}.")
    wrong = [n for n, (e, a) in enumerate(pairs) if not same_value(answer, e, a)]
    place = f"index {wrong[0]}" if len(wrong) == 1 else f"{len(wrong)} of {len(pairs)} items"
    return Fault(FaultKind.VALUE, f"Wrong at {place}.")


def _items(count: int) -> str:
    return "1 item is" if count == 1 else f"{count} items are"


def _name(value: Any) -> str:
    kind = type(value).__name__
    if isinstance(value, EmptyArray):
        return value.text
    if isinstance(value, list | dict):
        return f"a {kind}"
    return f"the {kind} {value!r}"
