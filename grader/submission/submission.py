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
    """

    answers: Answers
    missing: Mapping[str, str] = field(default_factory=dict)
    warnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
