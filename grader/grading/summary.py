"""What a class knows and what it misunderstood, answer by answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from grader.grading.result import AnswerGrade, NotebookGrade
from grader.judge import Status


@dataclass(frozen=True)
class AnswerSummary:
    """How a class did on one answer. `misconceptions` are diagnoses with their counts, most first."""

    exercise: str
    answer: str
    learners: int
    correct: int
    missing: int
    ungraded: int
    misconceptions: tuple[tuple[str, int], ...]

    @property
    def wrong(self) -> int:
        return self.learners - self.correct - self.missing - self.ungraded


def summarize(grades: Iterable[NotebookGrade]) -> list[AnswerSummary]:
    """One summary per answer, in the order of exercises and answers."""
    found: dict[tuple[str, str], list[AnswerGrade]] = {}
    for grade in grades:
        for answer in grade.answers:
            found.setdefault((grade.exercise, answer.name), []).append(answer)
    return [_summary(exercise, answer, all_) for (exercise, answer), all_ in found.items()]


def _summary(exercise: str, answer: str, grades: list[AnswerGrade]) -> AnswerSummary:
    statuses = Counter(grade.status for grade in grades)
    diagnoses = Counter(grade.diagnosis for grade in grades if grade.diagnosis)
    return AnswerSummary(
        exercise,
        answer,
        learners=len(grades),
        correct=statuses[Status.CORRECT],
        missing=statuses[Status.MISSING],
        ungraded=sum(grade.points is None for grade in grades),
        misconceptions=tuple(sorted(diagnoses.items(), key=lambda item: (-item[1], item[0]))),
    )
