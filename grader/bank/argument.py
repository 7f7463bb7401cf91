"""The types of a function's arguments, and the one form in which cases hold their values.

An annotation of exercise.toml is a Python type such as ``list[str | None]``, or one of these:

===================  ==========================================  ============================
annotation           what the learner's function gets             what a case holds
===================  ==========================================  ============================
``array[float]``     numpy array of float64, one dimension        a read-only array (or lists)
``array[int, 2]``    numpy array of int64, two dimensions         the same
``array[bool]``      numpy array of bool                          the same
``DataFrame``        DataFrame with the columns of [tables.NAME]  rows, as tuples
``Timestamp``        pandas Timestamp                             a datetime (or ISO text)
``Generator``        numpy random Generator                       its seed, an int
===================  ==========================================  ============================
"""

from __future__ import annotations

import re
import types
import typing
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import numpy as np

DTYPES = {float: np.dtype("float64"), int: np.dtype("int64"), bool: np.dtype("bool")}


class array:
    """In an annotation, ``array[float, 2]``: the kind of number and the dimensions (1 if left out)."""

    def __class_getitem__(cls, wanted: Any) -> types.GenericAlias:
        kind, dimensions = wanted if isinstance(wanted, tuple) else (wanted, 1)
        return types.GenericAlias(cls, (kind, dimensions))


class Generator(int):
    """In an annotation: a random generator, held as its seed."""


class DataFrame:
    """In an annotation: rows of the table that has the argument's name."""


class Timestamp:
    """In an annotation: a moment, held as a datetime."""


_NAMES = {
    "number": int | float,
    "Any": Any,
    "array": array,
    "Generator": Generator,
    "DataFrame": DataFrame,
    "Timestamp": Timestamp,
}


@lru_cache
def type_of(annotation: str) -> Any:
    """The type that an annotation names. Raises NameError or SyntaxError where it names none."""
    return eval(annotation, {"__builtins__": __builtins__}, _NAMES)


def python_type(annotation: str) -> str:
    """The annotation as it stands in a cell, where `np` and `pd` are imported."""
    for pattern, written in _WRITTEN.items():
        annotation = re.sub(pattern, written, annotation)
    return " | ".join(dict.fromkeys(annotation.split(" | ")))


_WRITTEN = {
    r"array\[[^\]]*\]": "np.ndarray",
    r"\bGenerator\b": "np.random.Generator",
    r"\b(DataFrame|table)\b": "pd.DataFrame",
    r"\bTimestamp\b": "pd.Timestamp",
    r"\bnumber\b": "float",
    r"\bdict\(.*\)": "dict",
}


def canonical_value(value: Any, annotation: str) -> Any:
    """The value in the form in which cases hold it; what is not of the type stays as it is."""
    return _canonical(value, type_of(annotation))


def _canonical(value: Any, type_: Any) -> Any:
    origin, arguments = typing.get_origin(type_), typing.get_args(type_)
    if origin in (types.UnionType, typing.Union):
        for option in arguments:
            found = _canonical(value, option)
            if _has(found, option):
                return found
        return value
    if origin is array:
        return _array(value, *arguments)
    if type_ is Timestamp and isinstance(value, str):
        return datetime.fromisoformat(value)
    if type_ is Timestamp and isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if type_ is float and type(value) is int:
        return float(value)
    if type_ is float and isinstance(value, np.floating):
        return float(value)
    if type_ is int and isinstance(value, np.integer):
        return int(value)
    if origin is list and isinstance(value, list):
        return [_canonical(item, arguments[0]) for item in value]
    if origin is dict and isinstance(value, dict):
        return {key: _canonical(item, arguments[1]) for key, item in value.items()}
    return value


def _array(value: Any, kind: type, dimensions: int) -> Any:
    """A read-only array of the dtype; integers may stand for floats, nothing else for another."""
    if value is None:
        return value
    made = np.asarray(value)
    if not made.size and made.ndim == 1 and not isinstance(value, np.ndarray):
        made = np.zeros((0,) * dimensions)
    if made.size and made.dtype.kind not in {float: "fiu", int: "iu", bool: "b"}[kind]:
        return value
    made = made.astype(DTYPES[kind])  # a copy: the author's own array stays writable
    made.flags.writeable = False
    return made


def has_type(value: Any, annotation: str) -> bool:
    """Whether a value in canonical form is of the type an annotation names.

    bool is no int; ``number`` takes int and float.
    """
    return _has(value, type_of(annotation))


def _has(value: Any, type_: Any) -> bool:
    origin, arguments = typing.get_origin(type_), typing.get_args(type_)
    if type_ is Any:
        return True
    if origin in (types.UnionType, typing.Union):
        return any(_has(value, option) for option in arguments)
    if type_ is None or type_ is types.NoneType:
        return value is None
    if type_ is Generator:
        return type(value) is int and value >= 0
    if type_ is Timestamp:
        return type(value) is datetime and value.tzinfo is None
    if type_ is DataFrame:
        return type(value) is tuple
    if origin is array:
        kind, dimensions = arguments
        return (
            type(value) is np.ndarray and value.dtype == DTYPES[kind] and value.ndim == dimensions
        )
    if origin is None:
        return type(value) is type_
    if type(value) is not origin:
        return False
    if origin is dict:
        return all(_has(k, arguments[0]) and _has(v, arguments[1]) for k, v in value.items())
    if origin is tuple and arguments[-1] is not Ellipsis:
        return len(value) == len(arguments) and all(map(_has, value, arguments))
    return all(_has(item, arguments[0]) for item in value)
