"""A submission, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.sandbox.code import Answers


@dataclass(frozen=True)
class Submission:
    """The answers found in a learner's file.

    `missing` says, for answers that are not there though they could be, what was found instead;
    `warnings` what is odd about one that is.

    Of a notebook also, for a person to read (texts of at most 100,000 characters): `written`, the
    source of the cell that holds an answer, by the answer's name, and under ``explain`` the text of
    the explain-it answer ("" where there is none yet); `others`, the learner's other code cells
    (200,000 characters in all); `oddities`, what is odd about the notebook and costs nothing.
    """

    answers: Answers = field(default_factory=Answers)
    missing: Mapping[str, str] = field(default_factory=dict)
    warnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    oddities: tuple[str, ...] = ()
