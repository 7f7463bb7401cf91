"""The bank: exercise folders under solutions/, read into data. Only this package reads them."""

from grader.bank.cases import CheckedCase, load_cases
from grader.bank.codefile import CodeFile, Misconception
from grader.bank.exercise import BREAK_IT, Answer, BreakIt, Exercise, Rule, TableSpec
from grader.bank.folder import exercise_ids, load_exercise

__all__ = [
    "BREAK_IT",
    "Answer",
    "BreakIt",
    "CheckedCase",
    "CodeFile",
    "Exercise",
    "Misconception",
    "Rule",
    "TableSpec",
    "exercise_ids",
    "load_cases",
    "load_exercise",
]
