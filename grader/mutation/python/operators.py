"""The table of all operators: each node of a program goes through those for its kind."""

from __future__ import annotations

from grader.mutation.python import (
    aggregates,
    arithmetic,
    comparisons,
    conditions,
    dropped,
    grouping,
    indices,
    keywords,
    sorting,
    statements,
    strings,
    values,
)
from grader.mutation.python.site import Operators

OPERATORS: Operators = (
    *comparisons.OPERATORS,
    *conditions.OPERATORS,
    *arithmetic.OPERATORS,
    *values.OPERATORS,
    *strings.OPERATORS,
    *indices.OPERATORS,
    *aggregates.OPERATORS,
    *dropped.OPERATORS,
    *grouping.OPERATORS,
    *sorting.OPERATORS,
    *keywords.OPERATORS,
    *statements.OPERATORS,
)
