"""Compare what a function returned with the expected value."""

from __future__ import annotations

from typing import Any

from grader.bank.exercise import Answer
from grader.judge.cells import same_cell
from grader.judge.fault import Fault, FaultKind
from grader.judge.scale import common_factor
from grader.plain import Odd


def compare_values(answer: Answer, expected: Any, actual: Any) -> Fault | None:
    """None when the values are the same under the contract of `answer`; else how they differ."""
    if same_value(expected, actual, answer.tolerance):
        return None
    odd = _type_complaint(expected, actual)
    if odd:
        return Fault(FaultKind.TYPE, f"It must return {answer.returns}: {odd}.")
    if isinstance(expected, list):
        return _compare_lists(answer, expected, actual)
    factor = common_factor([(expected, actual)])
    if factor:
        return Fault(FaultKind.SCALE, f"Right but for one factor: {factor}.")
    return Fault(FaultKind.VALUE, "The value is not right.")


def same_value(expected: Any, actual: Any, tolerance: float) -> bool:
    """Equality of plain data: ints exactly, floats within `tolerance`, never a bool for a number."""
    if isinstance(expected, list):
        return (
            isinstance(actual, list)
            and len(expected) == len(actual)
            and all(same_value(e, a, tolerance) for e, a in zip(expected, actual, strict=True))
        )
    if isinstance(expected, dict):
        return (
            isinstance(actual, dict)
            and expected.keys() == actual.keys()
            and all(same_value(value, actual[key], tolerance) for key, value in expected.items())
        )
    if type(expected) is int and type(actual) is not int:
        return False
    if isinstance(expected, Odd) or isinstance(actual, Odd | list | dict):
        return False
    return same_cell(expected, actual, tolerance if isinstance(expected, float) else 0.0)


def _type_complaint(expected: Any, actual: Any) -> str:
    """What about the type of `actual` could never be right; the empty string when nothing."""
    if isinstance(actual, Odd):
        return f"yours holds a {actual.type}, {actual.text}"
    if expected is None or actual is None:
        return "" if expected is actual or expected is None else "yours holds None"
    if isinstance(expected, list | dict):
        if type(expected) is not type(actual):
            return f"yours holds {_name(actual)} where {_name(expected)} belongs"
        if isinstance(expected, list) and expected:
            complaints = (_type_complaint(expected[0], item) for item in actual)
            if len({type(item) for item in expected}) > 1:
                complaints = (_type_complaint(e, a) for e, a in zip(expected, actual, strict=False))
            return next((c for c in complaints if c), "")
        return ""
    wrong = {
        bool: not isinstance(actual, bool),
        int: type(actual) is not int,
        float: type(actual) not in (int, float),
        str: not isinstance(actual, str),
    }[type(expected)]
    return f"yours holds {_name(actual)} where {_name(expected)} belongs" if wrong else ""


def _compare_lists(answer: Answer, expected: list[Any], actual: list[Any]) -> Fault:
    left = list(actual)
    missing = 0
    for item in expected:
        found = next((n for n, a in enumerate(left) if same_value(item, a, answer.tolerance)), None)
        if found is None:
            missing += 1
        else:
            del left[found]
    if not missing and not left:
        return Fault(FaultKind.ORDER, "The right items, in a wrong order.")
    inside = all(any(same_value(i, a, answer.tolerance) for i in expected) for a in actual)
    covered = all(any(same_value(i, a, answer.tolerance) for a in actual) for i in expected)
    if inside and covered:
        return Fault(FaultKind.COPIES, "The right items, but not the right number of copies.")
    parts = [f"{_items(missing)} missing"] if missing else []
    parts += [f"{_items(len(left))} not asked for"] if left else []
    return Fault(FaultKind.VALUE, f"{' and '.join(parts)}.")


def _items(count: int) -> str:
    return "1 item is" if count == 1 else f"{count} items are"


def _name(value: Any) -> str:
    kind = type(value).__name__
    if isinstance(value, list | dict):
        return f"a {kind}"
    return f"the {kind} {value!r}"
