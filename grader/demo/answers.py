"""What honest learners write into an answer cell: right answers, known mistakes, slips."""

from __future__ import annotations

from random import Random

from grader.bank import codefile
from grader.bank.codefile import CodeFile
from grader.bank.exercise import Answer, Exercise
from grader.judge.behaviour import RIGHT, read_books
from grader.mutation import Mutant, facts_of, mutants_of


def first_solution(exercise: Exercise, answer: Answer, random: Random) -> str:
    """The worked solution: SQL for a query."""
    return cell(answer, codefile.solutions(exercise, answer)[0])


def second_solution(exercise: Exercise, answer: Answer, random: Random) -> str:
    """The other worked solution: pandas for a query, a library for a function."""
    return cell(answer, codefile.solutions(exercise, answer)[1])


def other_style(exercise: Exercise, answer: Answer, random: Random) -> str:
    """Another correct answer, in whatever style its author likes."""
    others = codefile.right_answers(exercise, answer) or codefile.solutions(exercise, answer)
    return cell(answer, random.choice(others))


def known_mistake(exercise: Exercise, answer: Answer, random: Random) -> str:
    """A misconception of the exercise."""
    known = codefile.misconceptions(exercise, answer)
    return cell(answer, random.choice(known).code) if known else ""


def slip(exercise: Exercise, answer: Answer, random: Random) -> str:
    """The worked solution with one slip in it; a known mistake where no slip is known to be caught."""
    caught = _caught_slips(exercise, answer)
    if not caught:
        return known_mistake(exercise, answer, random)
    mutant = random.choice(caught)
    return _cell(answer, mutant.language, mutant.text)


def cell(answer: Answer, code: CodeFile) -> str:
    """The source of an answer's cell. The leading comment, which is the author's, is left out."""
    return _cell(answer, code.language, code.body)


def _cell(answer: Answer, language: str, text: str) -> str:
    return f"%%sql {answer.name}\n{text}" if language == "sql" else text


def _caught_slips(exercise: Exercise, answer: Answer) -> list[Mutant]:
    """Slips in the first solution that the book of behaviours knows to go wrong on some case."""
    book = read_books(exercise).get(answer.name)
    if book is None:
        return []
    code = codefile.solution(exercise, answer)
    changes = {
        behaviour.change
        for behaviour in book.behaviours
        if behaviour.language == code.language and set(behaviour.fingerprints) != {RIGHT}
    }
    mutants = mutants_of(code.text, code.language, facts_of(exercise, answer))
    return [mutant for mutant in mutants if mutant.change in changes]
