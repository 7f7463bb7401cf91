"""Who is in the simulated class, and what each of them hands in: the same for the same bank."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, cycle
from random import Random

from grader.bank import codefile
from grader.bank.exercise import BREAK_IT, Answer, Exercise
from grader.course.roster import Learner
from grader.demo.answers import first_solution, known_mistake, other_style, second_solution, slip
from grader.demo.hostile import ATTACKS, Attack
from grader.demo.pages import as_file, colab_copy, cut_off, filled, with_typo
from grader.demo.people import made_up

DUE = "2026-12-01"
_IN_TIME, _LATE = "2026-11-30 17:05:00 UTC", "2026-12-02 01:40:00 UTC"
_SEED = 2026

Papers = dict[str, bytes]
"""Files of a submission, by name."""

Style = Callable[[Exercise, Answer, Random], str]
"""How a learner writes an answer: the source of its cell."""


class Kind(StrEnum):
    """What becomes of a simulated learner's work."""

    RIGHT = "right"
    MISTAKEN = "mistaken"
    UNFINISHED = "unfinished"
    BROKEN = "broken"
    HOSTILE = "hostile"


@dataclass(frozen=True)
class Simulated:
    """A learner and the submission: `papers`, and nbgrader's `timestamp`. `story` says in a few
    words what it is; `attacks` are a hostile learner's, by exercise.
    """

    learner: Learner
    kind: Kind
    story: str
    papers: Papers
    timestamp: str
    attacks: Mapping[str, Attack] = field(default_factory=dict)


def simulate(exercises: Sequence[Exercise], count: int, hostile: bool = True) -> list[Simulated]:
    """A class of `count`; the first ones of a larger class are the same."""
    attacks = cycle(ATTACKS)
    learners = made_up(count, Random(_SEED))
    return [
        _play(part, learner, exercises, attacks)
        for part, learner in zip(_parts(hostile), learners, strict=False)
    ]


@dataclass(frozen=True)
class _Part:
    """A part in the play: `write` makes the files for an exercise, which has this place in the set."""

    kind: Kind
    story: str
    write: Callable[[Exercise, int, Random], Papers] = lambda exercise, place, random: {}
    timestamp: str = _IN_TIME


def _play(
    part: _Part, learner: Learner, exercises: Sequence[Exercise], attacks: Iterator[Attack]
) -> Simulated:
    random = Random(f"{_SEED} {learner.id}")
    mine = {e.id: next(attacks) for e in exercises} if part.kind is Kind.HOSTILE else {}
    papers: Papers = {}
    for place, exercise in enumerate(exercises):
        if mine:
            papers |= _attack(exercise, mine[exercise.id])
        else:
            papers |= part.write(exercise, place, random)
    return Simulated(learner, part.kind, part.story, papers, part.timestamp, mine)


def _answers(exercise: Exercise, style: Style, random: Random) -> dict[str, str]:
    return {answer.name: style(exercise, answer, random) for answer in exercise.answers.values()}


def _attack(exercise: Exercise, attack: Attack) -> Papers:
    answers = exercise.answers.values()
    return _notebook(exercise, {answer.name: attack.on(exercise, answer) for answer in answers})


def _notebook(exercise: Exercise, sources: Mapping[str, str]) -> Papers:
    return {f"{exercise.id}.ipynb": as_file(filled(exercise, sources))}


def _all_in(style: Style) -> Callable[[Exercise, int, Random], Papers]:
    def write(exercise: Exercise, place: int, random: Random) -> Papers:
        return _notebook(exercise, _answers(exercise, style, random))

    return write


def _but_one(style: Style) -> Callable[[Exercise, int, Random], Papers]:
    """All right but for one answer of each exercise."""

    def write(exercise: Exercise, place: int, random: Random) -> Papers:
        sources = _answers(exercise, first_solution, random)
        name = random.choice(list(sources))
        return _notebook(
            exercise, {**sources, name: style(exercise, exercise.answers[name], random)}
        )

    return write


def _at_random(exercise: Exercise, answer: Answer, random: Random) -> str:
    style = random.choice((first_solution, other_style, known_mistake, slip))
    return style(exercise, answer, random)


def _with_extras(exercise: Exercise, place: int, random: Random) -> Papers:
    """All answers, in Python; the bonus, and the part that a person grades."""
    sources = _answers(exercise, second_solution, random)
    sources["explain"] = _EXPLANATION
    if exercise.break_it:
        sources[BREAK_IT] = codefile.worked_example(exercise).body
    return _notebook(exercise, sources)


def _from_colab(exercise: Exercise, place: int, random: Random) -> Papers:
    copy = colab_copy(exercise, _answers(exercise, first_solution, random))
    return {f"Copy of {exercise.id}.ipynb": copy}


def _half_done(exercise: Exercise, place: int, random: Random) -> Papers:
    """The first answer of the first exercise; the others were not begun."""
    if place:
        return {}
    first = next(iter(exercise.answers.values()))
    return _notebook(exercise, {first.name: first_solution(exercise, first, random)})


def _broken(exercise: Exercise, place: int, random: Random) -> Papers:
    """A file that cannot be read; in the others a first answer that does not parse."""
    sources = _answers(exercise, second_solution, random)
    if place == 0:
        return {f"{exercise.id}.ipynb": cut_off(filled(exercise, sources))}
    first = next(iter(sources))
    return _notebook(exercise, {**sources, first: with_typo(sources[first])})


def _endless(exercise: Exercise, place: int, random: Random) -> Papers:
    """Right, but for the last answer of the first exercise, which does not come to an end."""
    sources = _answers(exercise, first_solution, random)
    if place == 0:
        last = exercise.answers[list(sources)[-1]]
        sources[last.name] = (
            f"def {last.name}({', '.join(last.inputs)}):\n    while True:\n        pass"
        )
    return _notebook(exercise, sources)


def _parts(hostile: bool) -> Iterator[_Part]:
    """The parts in the order in which a class is filled, then ordinary learners without end."""
    cast = (part for part in _CAST if hostile or part.kind is not Kind.HOSTILE)
    return chain(cast, cycle(_OTHERS))


_HOSTILE = _Part(Kind.HOSTILE, "hostile")
_CAST = (
    _Part(Kind.RIGHT, "right, in SQL", _all_in(first_solution)),
    _Part(Kind.MISTAKEN, "known mistakes", _all_in(known_mistake)),
    _HOSTILE,
    _Part(Kind.BROKEN, "corrupt, typo", _broken),
    _Part(Kind.RIGHT, "right, extras", _with_extras),
    _Part(Kind.MISTAKEN, "single slips", _but_one(slip)),
    _HOSTILE,
    _Part(Kind.RIGHT, "right, on Colab", _from_colab),
    _Part(Kind.UNFINISHED, "unfinished", _half_done, _LATE),
    _Part(Kind.BROKEN, "endless loop", _endless),
    _HOSTILE,
    _Part(Kind.MISTAKEN, "one mistake", _but_one(known_mistake)),
)
_OTHERS = (
    _Part(Kind.MISTAKEN, "partly right", _all_in(_at_random)),
    _Part(Kind.RIGHT, "right, other style", _all_in(other_style)),
)

_EXPLANATION = """\
I would first ask what one row of the result stands for and which rows count at all, then say what \
happens to missing values, ties and the last day. I solved the smallest example by hand before I \
wrote the answer, and I compared both.
"""
